package io.parley.backing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * RabbitMQ's programs on this machine.
 *
 * @param server RabbitMQ's own start script, not the wrapper in the PATH, which changes the user
 * @param programs folders with Erlang's programs, searched before the PATH
 * @param libraries folders with shared libraries that Erlang needs and the system may lack
 */
record RabbitInstallation(Path server, List<Path> programs, List<Path> libraries) {

    private static final String HOME_SETTING = "PARLEY_RABBITMQ_HOME";
    private static final Path SYSTEM_SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    /**
     * The configured one ({@code PARLEY_RABBITMQ_HOME}, an unpacked RabbitMQ with Erlang in the PATH), else the system's,
     * else Debian's packages unpacked into the cache.
     */
    static RabbitInstallation find(Cache cache) {
        String home = System.getenv(HOME_SETTING);
        if (home != null && !home.isBlank()) {
            return configured(Path.of(home));
        }
        if (Files.isExecutable(SYSTEM_SERVER) && inPath("erl").isPresent()) {
            return new RabbitInstallation(SYSTEM_SERVER, List.of(), List.of());
        }
        return new DebianPackages(cache).rabbit();
    }

    /** A command with the environment in which Erlang's programs find each other. */
    ProcessBuilder command(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        prepend(builder, "PATH", programs);
        prepend(builder, "LD_LIBRARY_PATH", libraries);
        return builder;
    }

    /** One of Erlang's programs. */
    Path program(String name) {
        return programs.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .or(() -> inPath(name))
                .orElseThrow(() -> new BackingException("Erlang's program " + name + " is not in the PATH."));
    }

    private static RabbitInstallation configured(Path home) {
        Path server = home.resolve("sbin/rabbitmq-server");
        if (!Files.isExecutable(server)) {
            throw new BackingException(HOME_SETTING + " is " + home + ", but there is no " + server + ".");
        }
        if (inPath("erl").isEmpty()) {
            throw new BackingException(HOME_SETTING + " is set, but Erlang (erl) is not in the PATH.");
        }
        return new RabbitInstallation(server, List.of(), List.of());
    }

    private static Optional<Path> inPath(String name) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void prepend(ProcessBuilder builder, String variable, List<Path> folders) {
        if (!folders.isEmpty()) {
            Stream<String> present = Stream.ofNullable(builder.environment().get(variable));
            builder.environment()
                    .put(
                            variable,
                            String.join(
                                    File.pathSeparator,
                                    Stream.concat(folders.stream().map(Path::toString), present)
                                            .toList()));
        }
    }
}
