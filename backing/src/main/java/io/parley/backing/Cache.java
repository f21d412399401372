package io.parley.backing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The user's folder for programs that were unpacked or fetched once. Several processes may ask for the same at the same
 * time: one does the work, the others wait for it, and nobody sees a half-filled folder.
 */
final class Cache {

    private final Path root;

    Cache(Path root) {
        this.root = root;
    }

    /** {@code $XDG_CACHE_HOME/parley}, by default {@code ~/.cache/parley}. */
    static Cache ofUser() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return new Cache(base.resolve("parley"));
    }

    /** Puts files into a new, empty folder, knowing the path they will be used at. */
    interface Filler {
        void fill(Path unfinished, Path finished) throws IOException;
    }

    /** The folder of this name, filled by the first that asks for it. */
    synchronized Path folder(String name, Filler filler) throws IOException {
        Path finished = root.resolve(name);
        if (Files.isDirectory(finished)) {
            return finished;
        }
        Files.createDirectories(root);
        try (FileChannel channel =
                        FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(finished)) {
                fill(finished, filler);
            }
        }
        return finished;
    }

    private void fill(Path finished, Filler filler) throws IOException {
        Path unfinished = root.resolve("." + finished.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        filler.fill(unfinished, finished);
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
    }
}
