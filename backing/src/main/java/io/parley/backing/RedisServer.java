package io.parley.backing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.core.ExecutableProvider;

/** Redis with its append-only file, so that leases and cancellations outlive a restart. */
final class RedisServer extends Server {

    private static final String VERSION = "redis-6.2";

    private final Path folder;
    private final int port;
    private final String password;
    private final Cache cache;

    RedisServer(Path data, int port, String password, Cache cache) {
        super("redis", data.resolve("logs/redis.log"));
        this.folder = data.resolve("redis");
        this.port = port;
        this.password = password;
        this.cache = cache;
    }

    @Override
    protected void prepare() throws IOException {
        Folders.privateFolder(folder);
        Folders.writePrivately(configuration(), """
                port %d
                bind 127.0.0.1
                dir "%s"
                requirepass %s
                save ""
                appendonly yes
                appendfsync everysec
                auto-aof-rewrite-min-size 16mb
                maxmemory 256mb
                maxmemory-policy noeviction
                """.formatted(port, folder, password));
    }

    @Override
    protected ProcessBuilder command() {
        return new ProcessBuilder(executable().toString(), configuration().toString());
    }

    @Override
    protected Spawner.End end() {
        return Spawner.End.TERM;
    }

    @Override
    protected boolean ready() {
        String hello = "AUTH " + password + "\r\nPING\r\n";
        return Probe.answers(port, hello.getBytes(StandardCharsets.US_ASCII), "+OK\r\n+PONG");
    }

    private Path configuration() {
        return folder.resolve("redis.conf");
    }

    private Path executable() {
        try {
            Path unpacked = cache.folder(
                    VERSION,
                    (unfinished, finished) -> ExecutableProvider.newJarResourceProvider(unfinished.toFile())
                            .get());
            try (var files = Files.list(unpacked)) {
                return files.findFirst()
                        .orElseThrow(() -> new BackingException("No Redis in " + unpacked + "; remove that folder."));
            }
        } catch (IOException e) {
            throw new BackingException("Redis cannot be unpacked: " + e.getMessage(), e);
        }
    }
}
