package io.parley.backing.shared;

import io.parley.backing.BackingException;
import io.parley.backing.BrokerControl;
import io.parley.backing.Endpoints;
import io.parley.backing.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * PostgreSQL, RabbitMQ and Redis for tests: the first test process of a Maven run starts them, the others of that run
 * (and of other runs on the same checkout) use the same ones, and they end when the last of those Maven processes has
 * ended. Each user takes databases and virtual hosts of its own, so that nobody meets another's data.
 */
public final class SharedBacking {

    /** Held by the process, not by a class loader: test frameworks load this class more than once. */
    private static final String ONE_AT_A_TIME = "io.parley.backing.shared".intern();

    private final Endpoints endpoints;
    private final BrokerControl broker;

    private SharedBacking(State state) {
        this.endpoints = state.endpoints();
        this.broker = state.broker();
    }

    /**
     * The servers of this checkout, started if nobody did yet.
     *
     * @param root the checkout's root folder; data, logs and state are kept in its {@code target/backing}
     * @throws BackingException if they cannot be started
     */
    public static SharedBacking attach(Path root) {
        return attach(root, MavenProcess.orThis(ProcessHandle.current()));
    }

    /** @param user the process for which the servers are kept */
    static SharedBacking attach(Path root, ProcessHandle user) {
        Path folder = root.toAbsolutePath().normalize().resolve("target/backing");
        try {
            return new SharedBacking(attachIn(folder, user));
        } catch (IOException e) {
            throw new BackingException("The folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The servers. Databases are the caller's to make; Redis is shared, so keys there need a prefix or random ids. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** A new, empty virtual host on the broker, as a URL with user and password. */
    public String createVirtualHost() {
        String name = "test-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT);
        broker.createVirtualHost(name);
        String url = endpoints.brokerUrl();
        return url.substring(0, url.lastIndexOf('/') + 1) + name;
    }

    private static State attachIn(Path folder, ProcessHandle user) throws IOException {
        synchronized (ONE_AT_A_TIME) {
            Folders.privateFolder(folder);
            try (FileChannel channel = lockFile(folder);
                    FileLock lock = channel.lock()) {
                new Users(folder).add(user, lock);
                Optional<State> running = State.read(folder).filter(State::alive);
                return running.isPresent() ? running.get() : Daemon.launch(folder);
            }
        }
    }

    static FileChannel lockFile(Path folder) throws IOException {
        return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
