package io.parley.backing.shared;

import io.parley.backing.BackingException;
import io.parley.backing.BrokerControl;
import io.parley.backing.Endpoints;
import io.parley.backing.Folders;
import io.parley.backing.ProcessId;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What the process that holds the servers tells the others, through a file. */
record State(ProcessId daemon, Endpoints endpoints, BrokerControl broker) {

    private static final String FILE = "state.properties";

    static Optional<State> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return Optional.of(of(properties));
    }

    /** Removes the state unless another process has written it since. */
    static void forget(Path folder, ProcessId daemon) throws IOException {
        if (read(folder).map(State::daemon).filter(daemon::equals).isPresent()) {
            Files.delete(folder.resolve(FILE));
        }
    }

    void write(Path folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("daemon", daemon.toString());
        properties.setProperty("jdbc-url", endpoints.jdbcUrl());
        properties.setProperty("postgres-url", endpoints.postgresUrl());
        properties.setProperty("admin-user", endpoints.adminUser());
        properties.setProperty("admin-password", endpoints.adminPassword());
        properties.setProperty("broker-url", endpoints.brokerUrl());
        properties.setProperty("redis-url", endpoints.redisUrl());
        properties.setProperty("broker-program", broker.program().toString());
        properties.setProperty("broker-home", broker.home().toString());
        properties.setProperty("broker-names-port", Integer.toString(broker.namesPort()));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Folders.writePrivately(folder.resolve(FILE), text.toString());
    }

    boolean alive() {
        return daemon.alive();
    }

    private static State of(Properties properties) {
        return new State(
                ProcessId.parse(required(properties, "daemon")),
                new Endpoints(
                        required(properties, "jdbc-url"),
                        required(properties, "postgres-url"),
                        required(properties, "admin-user"),
                        required(properties, "admin-password"),
                        required(properties, "broker-url"),
                        required(properties, "redis-url")),
                new BrokerControl(
                        Path.of(required(properties, "broker-program")),
                        Path.of(required(properties, "broker-home")),
                        Integer.parseInt(required(properties, "broker-names-port"))));
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new BackingException(FILE + " has no " + key);
        }
        return value;
    }
}
