package io.parley.backing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A private PostgreSQL 18, RabbitMQ and Redis on one data folder. They listen on loopback only, with passwords of their
 * own that are kept in the folder, and end with this process, however it ends. What they stored is there again at the
 * next start on the same folder.
 *
 * <pre>{@code
 * try (Backing backing = Backing.start(folder, Ports.free())) {
 *     Migrator.migrate(backing.endpoints().jdbcUrl(), ...);
 *     backing.broker().kill();
 *     backing.broker().start();
 * }
 * }</pre>
 */
public final class Backing implements AutoCloseable {

    private final PostgresServer postgres;
    private final RabbitServer broker;
    private final RedisServer redis;
    private final Endpoints endpoints;
    private final BrokerControl brokerControl;

    private Backing(
            PostgresServer postgres,
            RabbitServer broker,
            RedisServer redis,
            Endpoints endpoints,
            BrokerControl brokerControl) {
        this.postgres = postgres;
        this.broker = broker;
        this.redis = redis;
        this.endpoints = endpoints;
        this.brokerControl = brokerControl;
    }

    /**
     * Starts the three servers at the same time and returns when all of them answer.
     *
     * @throws BackingException if one cannot be had or started; then none is left running
     */
    public static Backing start(Path data, Ports ports) {
        Backing backing = at(data, ports);
        try {
            together(backing.servers(), Server::start);
            return backing;
        } catch (RuntimeException e) {
            backing.close();
            throw e;
        }
    }

    /**
     * The servers, with all that they need, but not started.
     *
     * @throws BackingException if a program is missing or the folder cannot be used
     */
    public static Backing at(Path data, Ports ports) {
        return prepared(data.toAbsolutePath().normalize(), ports);
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Server postgres() {
        return postgres;
    }

    public Server broker() {
        return broker;
    }

    public Server redis() {
        return redis;
    }

    /** The three servers. */
    public List<Server> servers() {
        return List.of(postgres, broker, redis);
    }

    /** How to make further virtual hosts on the broker. */
    public BrokerControl brokerControl() {
        return brokerControl;
    }

    /** Stops the servers in good order. */
    @Override
    public void close() {
        together(servers(), Server::stop);
    }

    private static Backing prepared(Path data, Ports ports) {
        try {
            Folders.privateFolder(data);
            Credentials credentials = Credentials.in(data);
            Cache cache = Cache.ofUser();
            RabbitInstallation rabbit = RabbitInstallation.find(cache);
            RabbitServer broker = new RabbitServer(data, ports, credentials, rabbit);
            return new Backing(
                    new PostgresServer(data, ports.postgres(), credentials.postgres(), cache),
                    broker,
                    new RedisServer(data, ports.redis(), credentials.redis(), cache),
                    Endpoints.of(ports, credentials),
                    new BrokerControl(rabbit.program("erl_call"), broker.home(), ports.brokerNames()));
        } catch (IOException e) {
            throw new BackingException("The data folder " + data + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void together(List<Server> servers, Consumer<Server> action) {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<CompletableFuture<Void>> actions = servers.stream()
                    .map(server -> CompletableFuture.runAsync(() -> action.accept(server), threads))
                    .toList();
            CompletableFuture.allOf(actions.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof BackingException known ? known : e;
        }
    }
}
