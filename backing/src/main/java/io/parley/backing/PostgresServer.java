package io.parley.backing;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with everything durable (fsync and synchronous commit on), sized for one machine. */
final class PostgresServer extends Server {

    static final String ADMIN = "postgres";
    static final String DATABASE = "parley";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "shared_buffers=128MB",
            "max_wal_size=1GB",
            "checkpoint_timeout=15min",
            "random_page_cost=1.1",
            "jit=off",
            "io_workers=1",
            "max_logical_replication_workers=0",
            "log_checkpoints=off",
            "timezone=UTC",
            "log_timezone=UTC");

    /** The protocol's question whether the server speaks TLS; any listening server answers it without a log-in. */
    private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 210, 22, 47};

    private final Path data;
    private final int port;
    private final String password;
    private final Cache cache;
    private @Nullable Path binaries;

    PostgresServer(Path folder, int port, String password, Cache cache) {
        super("postgresql", folder.resolve("logs/postgresql.log"));
        this.data = folder.resolve("postgresql");
        this.port = port;
        this.password = password;
        this.cache = cache;
    }

    @Override
    protected void prepare() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path unfinished = data.resolveSibling("postgresql.unfinished");
        Folders.delete(unfinished);
        Unprivileged.own(Folders.privateFolder(unfinished));
        initialise(unfinished);
        Files.move(unfinished, data);
    }

    @Override
    protected ProcessBuilder command() {
        List<String> command =
                new ArrayList<>(List.of(program("postgres"), "-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(command).directory(Path.of("/").toFile());
    }

    @Override
    protected List<String> asUser(List<String> command) {
        return new Unprivileged(data, binaries()).command(command);
    }

    /** PostgreSQL's fast shutdown; TERM would wait for its clients to leave. */
    @Override
    protected Spawner.End end() {
        return Spawner.End.INT;
    }

    /** The file in which PostgreSQL describes itself ends with this word once it takes statements. */
    @Override
    protected boolean ready() throws IOException {
        Path description = data.resolve("postmaster.pid");
        return Files.exists(description)
                && Files.readString(description).stripTrailing().endsWith("ready")
                && Probe.answers(port, SSL_REQUEST, "N");
    }

    private void initialise(Path folder) throws IOException {
        Path passwordFile = folder.resolveSibling("postgresql.password");
        Folders.writePrivately(passwordFile, password);
        Unprivileged.own(passwordFile);
        run(
                "",
                program("initdb"),
                "-D",
                folder.toString(),
                "-U",
                ADMIN,
                "--pwfile",
                passwordFile.toString(),
                "--auth",
                "scram-sha-256",
                "--encoding",
                "UTF8",
                "--locale-provider",
                "builtin",
                "--builtin-locale",
                "C.UTF-8",
                "--locale",
                "C");
        Files.delete(passwordFile);
        run("CREATE DATABASE " + DATABASE, program("postgres"), "--single", "-D", folder.toString(), "postgres");
    }

    private void run(String input, String... command) throws IOException {
        Path said = log().resolveSibling("postgresql-initialise.log");
        Files.createDirectories(said.getParent());
        Process process = new ProcessBuilder(asUser(List.of(command)))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try (Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
            writer.write(input);
        }
        if (exitCode(process) != 0) {
            throw new BackingException("PostgreSQL's data cannot be made: "
                    + Files.readString(said).strip());
        }
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String program(String name) {
        return binaries().resolve("bin").resolve(name).toString();
    }

    private Path binaries() {
        try {
            if (binaries == null) {
                binaries = PostgresBinaries.unpacked(cache);
            }
            return binaries;
        } catch (IOException e) {
            throw new BackingException("PostgreSQL cannot be unpacked: " + e.getMessage(), e);
        }
    }
}
