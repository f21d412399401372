package io.parley.platform.testing;

import io.parley.backing.shared.SharedBacking;
import io.parley.database.Migrator;
import io.parley.database.Schema;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a service under test real servers: a fresh virtual host on RabbitMQ, Redis, and, if the argument {@code schema}
 * names one, a fresh migrated database with that schema's role. They are shared over one Maven run; nobody else uses this
 * database or virtual host.
 */
public final class BackingResource implements QuarkusTestResourceLifecycleManager {

    private static final String ROLE_PASSWORD = "only-for-tests-on-loopback";
    private static final String MASTER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final String PSEUDONYM_KEY = "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

    private @Nullable Schema schema;

    @Override
    public void init(Map<String, String> arguments) {
        String name = arguments.get("schema");
        schema = name == null ? null : Schema.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public Map<String, String> start() {
        SharedBacking backing = SharedBacking.attach(Path.of(System.getProperty("parley.root")));
        Map<String, String> settings = new HashMap<>();
        settings.put("parley.broker.url", backing.createVirtualHost());
        settings.put("parley.redis.url", backing.endpoints().redisUrl());
        settings.put("parley.auth.url", TestTokens.serveKeys());
        settings.put("parley.master-key", MASTER_KEY);
        settings.put("parley.pseudonym-key", PSEUDONYM_KEY);
        if (schema != null) {
            settings.putAll(database(backing, schema));
        }
        return settings;
    }

    @Override
    public void stop() {
        // The servers end with the Maven run, and what was made on them with them.
    }

    private static Map<String, String> database(SharedBacking backing, Schema schema) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        var endpoints = backing.endpoints();
        String jdbcUrl = renamed(endpoints.jdbcUrl(), name);
        create(endpoints.jdbcUrl(), endpoints.adminUser(), endpoints.adminPassword(), name);
        Map<Schema, String> passwords = new EnumMap<>(Schema.class);
        for (Schema each : Schema.values()) {
            passwords.put(each, ROLE_PASSWORD);
        }
        Migrator.migrate(jdbcUrl, endpoints.adminUser(), endpoints.adminPassword(), passwords);
        return Map.of(
                "parley.database.url", renamed(endpoints.postgresUrl(), name),
                "parley.database.user", schema.role(),
                "parley.database.password", ROLE_PASSWORD,
                "parley.test.jdbc-url", jdbcUrl,
                "parley.test.admin-user", endpoints.adminUser(),
                "parley.test.admin-password", endpoints.adminPassword());
    }

    private static String renamed(String url, String database) {
        return url.substring(0, url.lastIndexOf('/') + 1) + database;
    }

    private static void create(String jdbcUrl, String user, String password, String name) {
        try {
            registerDrivers();
            create(DriverManager.getConnection(jdbcUrl, user, password), name);
        } catch (SQLException failure) {
            throw new IllegalStateException("test database not made", failure);
        }
    }

    private static void create(Connection toServer, String name) throws SQLException {
        try (toServer;
                Statement statement = toServer.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    /** Each start of a service in a test run has a class loader of its own, and drivers are known of the first one only. */
    private static void registerDrivers() throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, BackingResource.class.getClassLoader())) {
            DriverManager.registerDriver(driver);
        }
    }
}
