package io.parley.backing.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedBackingTest {

    @TempDir
    private Path root;

    @Test
    void two_processes_share_the_servers_which_end_with_the_last_of_them() throws Exception {
        try (User first = new User(root);
                User second = new User(root)) {
            String url = first.answer();
            ProcessHandle daemon = daemon();

            assertThat(second.answer()).isEqualTo(url);
            first.leave();
            assertThat(second.connects()).isTrue();
            second.leave();

            daemon.onExit().get(60, TimeUnit.SECONDS);
            assertThat(State.read(folder())).isEmpty();
            try (Stream<Path> left = Files.list(folder())) {
                assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("data"));
            }
        }
    }

    @Test
    void a_process_without_maven_above_it_stands_for_itself() {
        ProcessHandle eldest = ProcessHandle.of(1).orElseThrow();

        assertThat(MavenProcess.orThis(eldest)).isEqualTo(eldest);
    }

    private Path folder() {
        return root.resolve("target/backing");
    }

    private ProcessHandle daemon() throws IOException {
        return State.read(folder()).flatMap(state -> state.daemon().handle()).orElseThrow();
    }

    /** A process of its own that attaches, for itself rather than for the Maven above it. */
    private static final class User implements AutoCloseable {

        private final Process process;
        private final BufferedReader said;

        User(Path root) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Attaching.class.getName(),
                            root.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            said = process.inputReader(StandardCharsets.UTF_8);
        }

        String answer() throws IOException {
            return String.valueOf(said.readLine());
        }

        boolean connects() throws IOException {
            process.outputWriter(StandardCharsets.UTF_8).append("connect\n").flush();
            return "connected".equals(said.readLine());
        }

        void leave() {
            process.destroy();
            process.onExit().join();
        }

        @Override
        public void close() {
            leave();
        }
    }

    /** What a {@link User} runs. */
    static final class Attaching {

        private Attaching() {}

        public static void main(String[] arguments) throws Exception {
            SharedBacking shared = SharedBacking.attach(Path.of(arguments[0]), ProcessHandle.current());
            System.out.println(shared.endpoints().postgresUrl());
            while (System.in.read() != '\n') {
                // Waits for the end of the line that asks to connect.
            }
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(shared.createVirtualHost());
            try (Connection connection = factory.newConnection()) {
                System.out.println(connection.isOpen() ? "connected" : "not connected");
            }
            while (System.in.read() != -1) {
                // Stays until it is ended.
            }
        }
    }
}
