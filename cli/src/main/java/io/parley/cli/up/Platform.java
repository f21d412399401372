package io.parley.cli.up;

import io.parley.backing.Backing;
import io.parley.backing.BackingException;
import io.parley.backing.Folders;
import io.parley.backing.ProcessId;
import io.parley.backing.Server;
import io.parley.cli.up.PlatformState.ProcessState;
import io.parley.database.Migrator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The whole platform on this machine: the servers and the services as children of this process, supervised, and gone
 * with it however it ends.
 *
 * <pre>{@code
 * try (Platform platform = Platform.start(PlatformOptions.in(root, folder), line -> {})) {
 *     ParleyApi api = ParleyApi.login(platform.address(), platform.owner().email(), platform.owner().password());
 *     platform.kill("execution-worker-1");
 * }
 * }</pre>
 */
public final class Platform implements AutoCloseable {

    /** Flyway reports every step to whoever listens; held here because loggers that nobody holds forget their level. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    private final PlatformOptions options;
    private final DataLock lock;
    private final Addresses addresses;
    private final Secrets secrets;
    private final Backing backing;
    private final List<Service> services;
    private final Supervisor supervisor;
    private volatile boolean ready;

    private Platform(PlatformOptions options, JavaCommand java, DataLock lock, Consumer<String> log)
            throws IOException {
        this.options = options;
        this.lock = lock;
        this.addresses = Addresses.choose(options, PlatformState.read(options.data()));
        this.secrets = Secrets.in(options.data());
        this.backing = Backing.at(options.data(), addresses.servers());
        this.services = services(java);
        this.supervisor = new Supervisor(backing.servers().size() + services.size(), log, this::announce);
    }

    /**
     * Starts everything and returns when every service says that it is ready.
     *
     * @param log is told, in readable lines, how the start goes and afterwards what ends and is started again
     * @throws AlreadyUp if another platform uses the data folder
     * @throws PlatformException if something is missing, in use or does not start; then nothing is left running
     */
    public static Platform start(PlatformOptions options, Consumer<String> log) {
        return start(options, JavaCommand.in(options.root()), log);
    }

    /**
     * The same, with services that record how they start and work, where {@link #canRecord()}; {@link #close()} takes a
     * minute then, and later starts from this checkout take half their time.
     */
    public static Platform startRecording(PlatformOptions options, Consumer<String> log) {
        return start(options, JavaCommand.recording(options.root()), log);
    }

    /** Whether this Java can record. */
    public static boolean canRecord() {
        return JavaCommand.canRecord();
    }

    private static Platform start(PlatformOptions options, JavaCommand java, Consumer<String> log) {
        Stream.of(Module.values()).forEach(module -> module.jar(options.root()));
        Platform platform = prepared(options, java, log);
        try {
            platform.startAll(log);
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e instanceof BackingException ? new PlatformException(String.valueOf(e.getMessage()), e) : e;
        }
    }

    /** Where the gateway answers. */
    public URI address() {
        return URI.create(addresses.address(Module.GATEWAY.folder()));
    }

    /** The first owner; the password is valid until somebody changes it. */
    public Owner owner() {
        return secrets.owner();
    }

    /** What is written in {@link PlatformState#FILE}. */
    public PlatformState state() {
        return new PlatformState(
                ProcessId.of(ProcessHandle.current()).toString(),
                ready,
                address().toString(),
                options.data().resolve(Secrets.FILE).toString(),
                backing.endpoints(),
                addresses.servers(),
                all().map(Platform::describe).toList());
    }

    /** Stops one service or server ({@code postgresql}, {@code rabbitmq}, {@code redis}); it stays away until started. */
    public void stop(String name) {
        Server server = find(name);
        supervisor.release(server);
        server.stop();
        announce();
    }

    /** Kills one service or server as a power cut would; it stays away until started. */
    public void kill(String name) {
        Server server = find(name);
        supervisor.release(server);
        server.kill();
        announce();
    }

    /** Starts one that was stopped or killed, and waits until it is ready. */
    public void start(String name) {
        Server server = find(name);
        server.start();
        supervisor.watch(server);
        announce();
    }

    /** Stops everything in good order: first the door, then the services, then what they stand on. */
    @Override
    public void close() {
        ready = false;
        supervisor.close();
        together(services.stream().filter(Platform::isGateway).toList(), Server::stop);
        together(services, Server::stop);
        backing.close();
        try (lock) {
            state().write(options.data());
        } catch (IOException e) {
            throw new PlatformException(
                    "The data folder " + options.data() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Platform prepared(PlatformOptions options, JavaCommand java, Consumer<String> log) {
        try {
            Path data = Folders.privateFolder(options.data());
            DataLock lock = DataLock.take(data).orElseThrow(() -> new AlreadyUp(data, PlatformState.read(data)));
            return prepared(options, java, lock, log);
        } catch (IOException e) {
            throw new PlatformException("The data folder " + options.data() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Platform prepared(PlatformOptions options, JavaCommand java, DataLock lock, Consumer<String> log)
            throws IOException {
        try {
            return new Platform(options, java, lock, log);
        } catch (BackingException e) {
            lock.close();
            throw new PlatformException(String.valueOf(e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private List<Service> services(JavaCommand java) {
        ServiceEnvironment environment = new ServiceEnvironment(addresses, backing.endpoints(), secrets);
        return addresses.services().keySet().stream()
                .map(name -> new Service(name, options.data(), java, environment, addresses.address(name)))
                .toList();
    }

    private void startAll(Consumer<String> log) {
        log.accept("Starting PostgreSQL, RabbitMQ and Redis");
        announce();
        together(List.of(this::startDatabase, backing.broker()::start, backing.redis()::start));
        log.accept("Starting " + services.size() + " services");
        together(services, server -> {
            server.start();
            announce();
        });
        all().forEach(supervisor::watch);
        ready = true;
        announce();
    }

    /** The schema is brought up to date while the broker, which takes longest, still starts. */
    private void startDatabase() {
        backing.postgres().start();
        var endpoints = backing.endpoints();
        try {
            Migrator.migrate(
                    endpoints.jdbcUrl(), endpoints.adminUser(), endpoints.adminPassword(), secrets.rolePasswords());
        } catch (IllegalStateException e) {
            throw new PlatformException(String.valueOf(e.getMessage()), e);
        }
    }

    private Stream<Server> all() {
        return Stream.concat(backing.servers().stream(), services.stream());
    }

    private Server find(String name) {
        return all().filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PlatformException("There is no " + name + "; there are "
                        + String.join(", ", all().map(Server::name).toList()) + "."));
    }

    private synchronized void announce() {
        try {
            state().write(options.data());
        } catch (IOException e) {
            throw new PlatformException(
                    "The data folder " + options.data() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static boolean isGateway(Service service) {
        return service.name().equals(Module.GATEWAY.folder());
    }

    private static ProcessState describe(Server server) {
        return new ProcessState(
                server.name(),
                server instanceof Service service ? service.address() : null,
                server.pids(),
                server.log().toString());
    }

    private static void together(List<? extends Server> servers, Consumer<Server> action) {
        together(servers.stream()
                .<Runnable>map(server -> () -> action.accept(server))
                .toList());
    }

    private static void together(List<Runnable> actions) {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            CompletableFuture<?>[] running = actions.stream()
                    .map(action -> CompletableFuture.runAsync(action, threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
