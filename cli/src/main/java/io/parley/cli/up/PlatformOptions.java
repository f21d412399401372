package io.parley.cli.up;

import java.nio.file.Path;

/**
 * What platform to start.
 *
 * @param root the checkout with the built services
 * @param data the folder with everything the platform keeps
 * @param port where the gateway listens; 0 for any free port, then the same one at every start
 * @param workers how many execution workers to run
 */
public record PlatformOptions(Path root, Path data, int port, int workers) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_WORKERS = 64;

    public PlatformOptions {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new PlatformException("A port is a number from 0 to " + HIGHEST_PORT + ", not " + port + ".");
        }
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new PlatformException("There can be 1 to " + MOST_WORKERS + " workers, not " + workers + ".");
        }
        data = data.toAbsolutePath().normalize();
        root = root.toAbsolutePath().normalize();
    }

    /** A platform in a folder of its own, on a free port, with one worker: for demonstrations and tests. */
    public static PlatformOptions in(Path root, Path data) {
        return new PlatformOptions(root, data, 0, 1);
    }
}
