package io.parley.cli.up;

import java.nio.file.Path;
import java.util.Optional;

/** Another process runs a platform on the same data folder. */
public final class AlreadyUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyUp(Path data, Optional<PlatformState> state) {
        super("Parley is already up"
                + state.filter(PlatformState::ready)
                        .map(running -> " at " + running.address())
                        .orElse(" or starting")
                + " on the data in " + data + ".");
    }
}
