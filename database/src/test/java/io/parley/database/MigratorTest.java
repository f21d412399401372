package io.parley.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.backing.Endpoints;
import io.parley.backing.shared.SharedBacking;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigratorTest {

    private static final String PERMISSION_DENIED = "42501";
    private static final String PASSWORD = "only-for-tests-on-loopback";

    private static Endpoints server;

    private String database;

    @BeforeAll
    static void attach() {
        server =
                SharedBacking.attach(Path.of(System.getProperty("parley.root"))).endpoints();
    }

    @BeforeEach
    void createDatabase() throws SQLException {
        database = newDatabase();
    }

    @Test
    void a_second_migration_changes_nothing() throws SQLException {
        migrate(database);
        List<String> first = tables();

        migrate(database);

        assertThat(tables())
                .isEqualTo(first)
                .contains(
                        "auth.flyway_schema_history",
                        "runs.flyway_schema_history",
                        "telemetry.flyway_schema_history",
                        "validation.flyway_schema_history");
    }

    @Test
    void migrations_of_many_databases_at_the_same_time_do_not_disturb_each_other() throws SQLException {
        List<String> databases = List.of(database, newDatabase(), newDatabase());

        CompletableFuture<?>[] migrations = Stream.concat(databases.stream(), databases.stream())
                .map(each -> CompletableFuture.runAsync(() -> migrate(each)))
                .toArray(CompletableFuture[]::new);

        assertThat(CompletableFuture.allOf(migrations)).succeedsWithin(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @EnumSource(Schema.class)
    void a_role_works_in_its_own_schema_without_naming_it_and_in_no_other(Schema schema) throws SQLException {
        migrate(database);

        try (Connection own = DriverManager.getConnection(url(database), schema.role(), PASSWORD)) {
            assertThat(query(own, "select current_schema()")).containsExactly(schema.schemaName());
            for (String table : tables()) {
                assertThat(readable(own, table)).as(table).isEqualTo(belongsTo(schema, table));
            }
        }
    }

    @Test
    void a_missing_password_is_named_before_anything_is_done() throws SQLException {
        Map<Schema, String> incomplete = passwords(PASSWORD);
        incomplete.remove(Schema.RUNS);

        assertThatThrownBy(
                        () -> Migrator.migrate(url(database), server.adminUser(), server.adminPassword(), incomplete))
                .hasMessage("no password for the role parley_runs");

        assertThat(tables()).isEmpty();
    }

    @Test
    void a_database_that_cannot_be_reached_is_one_message() {
        assertThatThrownBy(() ->
                        Migrator.migrate(url(database), server.adminUser(), "wrong password", passwords(PASSWORD)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("database not migrated: ")
                .hasMessageNotContaining("wrong password");
    }

    private static void migrate(String database) {
        Migrator.migrate(url(database), server.adminUser(), server.adminPassword(), passwords(PASSWORD));
    }

    private static Map<Schema, String> passwords(String password) {
        Map<Schema, String> passwords = new EnumMap<>(Schema.class);
        Stream.of(Schema.values()).forEach(schema -> passwords.put(schema, password));
        return passwords;
    }

    private static String url(String database) {
        String url = server.jdbcUrl();
        return url.substring(0, url.lastIndexOf('/') + 1) + database;
    }

    private static String newDatabase() throws SQLException {
        String name = "migrator_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = admin(server.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return name;
    }

    private static Connection admin(String url) throws SQLException {
        return DriverManager.getConnection(url, server.adminUser(), server.adminPassword());
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = admin(url(database))) {
            return query(connection, """
                    select schemaname || '.' || tablename from pg_tables
                    where schemaname not in ('pg_catalog', 'information_schema') order by 1
                    """);
        }
    }

    private static boolean belongsTo(Schema schema, String table) {
        return table.startsWith(schema.schemaName() + ".") && !table.endsWith(".flyway_schema_history");
    }

    private static boolean readable(Connection connection, String table) throws SQLException {
        try {
            query(connection, "select * from " + table);
            return true;
        } catch (SQLException e) {
            if (PERMISSION_DENIED.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
