package io.parley.backing.shared;

import io.parley.backing.ProcessId;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The processes for which the servers are kept: one empty file each, named by the process. */
final class Users {

    private final Path folder;

    Users(Path shared) {
        this.folder = shared.resolve("users");
    }

    /** @param lock proof that nobody decides to end the servers meanwhile */
    void add(ProcessHandle user, FileLock lock) throws IOException {
        if (!lock.isValid()) {
            throw new IllegalStateException("not locked");
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(ProcessId.of(user).toString());
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
    }

    /** Those that still run. */
    List<ProcessHandle> present() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> ProcessId.parse(file.getFileName().toString()))
                    .flatMap(known -> known.handle().stream())
                    .toList();
        }
    }

    /** Waits until all that use the servers now have ended; others may have come meanwhile. */
    void untilGone() throws IOException {
        CompletableFuture.allOf(present().stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
    }
}
