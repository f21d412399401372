package io.parley.backing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingTest {

    @TempDir
    private static Path folder;

    private static Backing backing;

    @BeforeAll
    static void start() {
        backing = Backing.start(folder, Ports.free());
    }

    @BeforeEach
    void runAll() {
        backing.servers().forEach(Server::start);
    }

    @AfterAll
    static void stop() {
        backing.close();
    }

    @Test
    void what_was_stored_survives_a_kill_of_every_server_and_a_restart() throws Exception {
        sql("create table notes (text text)");
        sql("insert into notes values ('kept')");
        publish("kept", "durable-queue");

        backing.servers().forEach(Server::kill);
        assertThat(backing.servers()).noneMatch(Server::running);
        backing.servers().forEach(Server::start);

        assertThat(sql("select text from notes")).isEqualTo("kept");
        assertThat(next("durable-queue")).isEqualTo("kept");
    }

    @Test
    void every_commit_is_on_the_disk_before_it_is_answered() throws Exception {
        assertThat(List.of(sql("show fsync"), sql("show synchronous_commit"))).containsExactly("on", "on");
    }

    @Test
    void a_stopped_server_leaves_no_process_behind_and_reports_its_end() {
        List<Long> pids = backing.servers().stream()
                .flatMap(server -> server.pids().stream())
                .toList();
        CompletableFuture<Integer> ended = backing.broker().ended();

        backing.close();

        assertThat(pids)
                .hasSizeGreaterThan(3)
                .noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(ended).isDone();
    }

    @Test
    void the_servers_of_a_killed_process_end(@TempDir Path another) throws Exception {
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        another.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> servers = Stream.of(
                        starter.inputReader(UTF_8).readLine().split(" "))
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();

        starter.destroyForcibly();

        assertThat(CompletableFuture.allOf(
                        servers.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void a_virtual_host_is_empty_and_usable_at_once() throws Exception {
        backing.brokerControl().createVirtualHost("another");
        publish("here", "queue-of-parley");

        ConnectionFactory another = broker();
        another.setVirtualHost("another");

        try (Connection connection = another.newConnection();
                var channel = connection.createChannel()) {
            assertThat(channel.queueDeclare("durable-queue", true, false, false, Map.of())
                            .getMessageCount())
                    .isZero();
        }
    }

    @Test
    void secrets_are_readable_by_their_owner_only() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.resolve("credentials.properties")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(backing.endpoints())
                .asString()
                .doesNotContain(backing.endpoints().adminPassword());
    }

    private void publish(String text, String queue) throws Exception {
        try (Connection connection = broker().newConnection();
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
            channel.basicPublish("", queue, MessageProperties.PERSISTENT_BASIC, text.getBytes(UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        }
    }

    /** The next message, waited for: a quorum queue first elects its leader after a restart. */
    private String next(String queue) throws Exception {
        CompletableFuture<String> first = new CompletableFuture<>();
        try (Connection connection = broker().newConnection();
                var channel = connection.createChannel()) {
            channel.basicConsume(
                    queue,
                    (tag, message) -> first.complete(new String(message.getBody(), UTF_8)),
                    tag -> first.cancel(true));
            return first.get(30, TimeUnit.SECONDS);
        }
    }

    private ConnectionFactory broker() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(backing.endpoints().brokerUrl());
        return factory;
    }

    private String sql(String statement) throws SQLException {
        Endpoints endpoints = backing.endpoints();
        try (var connection = DriverManager.getConnection(
                        endpoints.jdbcUrl(), endpoints.adminUser(), endpoints.adminPassword());
                var prepared = connection.prepareStatement(statement)) {
            if (!prepared.execute()) {
                return "";
            }
            ResultSet rows = prepared.getResultSet();
            return rows.next() ? rows.getString(1) : "";
        }
    }

    /** Starts servers and waits to be killed. */
    static final class Starter {

        private Starter() {}

        public static void main(String[] arguments) throws Exception {
            Backing backing = Backing.start(Path.of(arguments[0]), Ports.free());
            System.out.println(backing.servers().stream()
                    .flatMap(server -> server.pids().stream())
                    .map(String::valueOf)
                    .collect(Collectors.joining(" ")));
            System.in.read();
        }
    }
}
