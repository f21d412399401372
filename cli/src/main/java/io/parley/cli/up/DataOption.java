package io.parley.cli.up;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --data} of every command that concerns a platform on this machine. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with all that is kept (default: $PARLEY_DATA or ~/.local/share/parley).")
    private @Nullable Path folder;

    /** The folder given, else {@code $PARLEY_DATA}, else {@code ~/.local/share/parley}. */
    public Path folder() {
        String configured = System.getenv("PARLEY_DATA");
        if (folder != null) {
            return folder.toAbsolutePath().normalize();
        }
        return configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share", "parley")
                : Path.of(configured).toAbsolutePath().normalize();
    }

    /**
     * What the platform that runs on the folder says.
     *
     * @throws PlatformException if none runs there
     */
    PlatformState running() {
        return PlatformState.read(folder())
                .filter(state -> state.running().isPresent())
                .orElseThrow(() -> new PlatformException("Parley is not up (data in " + folder() + ")."));
    }
}
