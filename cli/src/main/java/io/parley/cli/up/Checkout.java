package io.parley.cli.up;

import java.nio.file.Path;

/** Where Parley was built. */
public final class Checkout {

    private Checkout() {}

    /** The folder of the script {@code ./parley}, which tells it. */
    public static Path root() {
        String root = System.getProperty("parley.root");
        if (root == null) {
            throw new PlatformException("Start Parley with the script ./parley of its checkout.");
        }
        return Path.of(root);
    }
}
