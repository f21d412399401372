package io.parley.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.backing.Endpoints;
import io.parley.cli.up.PlatformState;
import io.parley.cli.up.PlatformState.ProcessState;
import io.parley.e2e.api.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A platform with two workers that was started by {@code parley up} in a process of its own, on a folder of its own. It
 * ends with this JVM at the latest, however that ends; its folder stays for people to look at.
 */
public final class Platform implements AutoCloseable {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Duration TO_START = Duration.ofMinutes(4);
    private static final Duration TO_STOP = Duration.ofSeconds(90);
    private static final Duration TO_BE_WELL = Duration.ofMinutes(2);

    private final Path data;
    private final Process launcher;

    private Platform(Path data, Process launcher) {
        this.data = data;
        this.launcher = launcher;
    }

    /**
     * Starts a platform and returns when it says that it is ready.
     *
     * @param name of its folder under {@code target/e2e}; what an earlier build left there is deleted
     * @param settings environment variables for the launcher
     */
    public static Platform start(String name, Map<String, String> settings) throws IOException {
        Path data = emptied(Path.of("target", "e2e", name).toAbsolutePath());
        ProcessBuilder command = command("up", "--data", data.toString(), "--port", "0", "--workers", "2");
        command.environment().putAll(settings);
        Path log = data.resolveSibling(name + ".log");
        Process launcher = boundToThisJvm(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Platform platform = new Platform(data, launcher);
        try {
            await().atMost(TO_START).until(platform::readyOrEnded);
            assertThat(launcher.isAlive()).as("the launcher; see %s", log).isTrue();
            return platform;
        } catch (RuntimeException | Error failure) {
            platform.close();
            throw failure;
        }
    }

    /** Where the gateway answers. */
    public URI address() {
        return URI.create(state().address());
    }

    /** How to get at the servers as their administrator. */
    public Endpoints servers() {
        return state().endpoints();
    }

    /** The generated secrets by name: the owner's password, the master key, the databases' passwords. */
    public Properties secrets() throws IOException {
        Properties secrets = new Properties();
        try (var text = Files.newBufferedReader(Path.of(state().secrets()))) {
            secrets.load(text);
        }
        return secrets;
    }

    /** The processes of the platform as it describes them now. */
    public List<ProcessState> processes() {
        return state().processes();
    }

    /** Where a service answers, past the gateway. */
    public URI address(String service) {
        return URI.create(String.valueOf(process(service).address()));
    }

    /** Ends a service or server with all its processes at once, as a power cut would. */
    public void kill(String name) {
        List<Long> pids = process(name).pids();
        assertThat(pids).as("processes of %s", name).isNotEmpty();
        pids.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).forEach(ProcessHandle::destroyForcibly);
    }

    /** Asks a service or server to end in good order, as an operator would. */
    public void stop(String name) throws IOException, InterruptedException {
        // PostgreSQL would wait for its clients to leave if it were sent a TERM.
        String signal = name.equals("postgresql") ? "-INT" : "-TERM";
        String pid = process(name).pids().getFirst().toString();
        Process kill = new ProcessBuilder("kill", signal, pid).inheritIO().start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Waits until every process runs and every service is ready. */
    public void awaitWell() {
        await().atMost(TO_BE_WELL)
                .ignoreException(UncheckedIOException.class)
                .until(() -> processes().stream().allMatch(Platform::isWell));
    }

    /** What a command said. */
    public record Outcome(int exitCode, String output) {}

    /** Runs {@code parley COMMAND --data FOLDER}. */
    public Outcome run(String... command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", data.toString()));
        return parley(arguments.toArray(String[]::new));
    }

    /** Runs {@code parley COMMAND}. */
    public static Outcome parley(String... command) throws IOException, InterruptedException {
        return outcome(begin(Map.of(), command));
    }

    /** Begins {@code parley COMMAND} with further environment variables; its errors go where its output goes. */
    public static Process begin(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder parley = command(command).redirectErrorStream(true);
        parley.environment().putAll(environment);
        Process process = parley.start();
        process.getOutputStream().close();
        return process;
    }

    /** Waits for a command to end. */
    public static Outcome outcome(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean readyOrEnded() {
        return !launcher.isAlive()
                || PlatformState.read(data).filter(PlatformState::ready).isPresent();
    }

    private static boolean isWell(ProcessState process) {
        boolean runs = process.pids().stream()
                .limit(1)
                .anyMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
        return runs
                && (process.address() == null
                        || Api.at(URI.create(process.address()))
                                        .get("/q/health/ready")
                                        .status()
                                == 200);
    }

    private PlatformState state() {
        return PlatformState.read(data).orElseThrow();
    }

    private ProcessState process(String name) {
        return processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ProcessBuilder command(String... arguments) {
        Path root = Path.of(System.getProperty("parley.root"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dparley.root=" + root,
                "-jar",
                root.resolve("cli/target/parley.jar").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Has the kernel end the process in good order when this JVM is killed, where the kernel can. */
    private static ProcessBuilder boundToThisJvm(ProcessBuilder command) {
        if (Files.isExecutable(SETPRIV)) {
            command.command().addAll(0, List.of(SETPRIV.toString(), "--pdeathsig", "TERM"));
        }
        return command;
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(Platform::delete);
            }
        }
        return Files.createDirectories(folder);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
    }
}
