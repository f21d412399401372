package io.parley.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to the present schema: roles, schemas, tables, grants. Safe to run at every start and by several
 * processes at once; what is there already is left as it is.
 */
public final class Migrator {

    private static final String ADMIN_URL = "PARLEY_DATABASE_ADMIN_URL";
    private static final String ADMIN_USER = "PARLEY_DATABASE_ADMIN_USER";
    private static final String ADMIN_PASSWORD = "PARLEY_DATABASE_ADMIN_PASSWORD";
    private static final String ROLE_PASSWORD = "PARLEY_DATABASE_PASSWORD_";
    private static final long LOCK = 0x7061726c6579L;

    /** Roles belong to the whole server but advisory locks to one database: everybody locks in this one. */
    private static final String MAINTENANCE_DATABASE = "postgres";

    private final String jdbcUrl;
    private final String user;
    private final String password;

    private Migrator(String jdbcUrl, String user, String password) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
    }

    /** Migrates with what the environment says; ends with exit code 2 and one message when that is not enough. */
    public static void main(String[] arguments) {
        try {
            Map<Schema, String> passwords = new EnumMap<>(Schema.class);
            for (Schema schema : Schema.values()) {
                passwords.put(schema, required(ROLE_PASSWORD + schema.name(), System::getenv));
            }
            migrate(
                    required(ADMIN_URL, System::getenv),
                    required(ADMIN_USER, System::getenv),
                    required(ADMIN_PASSWORD, System::getenv),
                    passwords);
        } catch (IllegalArgumentException | IllegalStateException failure) {
            System.err.println(failure.getMessage());
            System.exit(2);
        }
    }

    /**
     * Migrates every schema.
     *
     * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
     * @param adminUser a role that may create roles and schemas, and connect to the database {@code postgres}
     * @param passwords what each service's role logs in with
     * @throws IllegalStateException if the database cannot be reached or refuses
     */
    public static void migrate(String jdbcUrl, String adminUser, String adminPassword, Map<Schema, String> passwords) {
        for (Schema schema : Schema.values()) {
            if (!passwords.containsKey(schema)) {
                throw new IllegalArgumentException("no password for the role " + schema.role());
            }
        }
        try {
            new Migrator(jdbcUrl, adminUser, adminPassword).migrateAlone(passwords);
        } catch (SQLException | FlywayException failure) {
            throw new IllegalStateException("database not migrated: " + failure.getMessage(), failure);
        }
    }

    private void migrateAlone(Map<Schema, String> passwords) throws SQLException {
        try (Connection lock = connect(inDatabase(jdbcUrl, MAINTENANCE_DATABASE));
                Connection connection = connect(jdbcUrl)) {
            execute(lock, "select pg_advisory_lock(%d)".formatted(LOCK));
            for (Map.Entry<Schema, String> entry : passwords.entrySet()) {
                makeRole(connection, entry.getKey(), entry.getValue());
                migrate(entry.getKey());
                grant(connection, entry.getKey());
            }
        }
    }

    private Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static String inDatabase(String url, String database) {
        int query = url.indexOf('?');
        String parameters = query < 0 ? "" : url.substring(query);
        return url.substring(0, url.lastIndexOf('/', query < 0 ? url.length() : query) + 1) + database + parameters;
    }

    private static void makeRole(Connection connection, Schema schema, String rolePassword) throws SQLException {
        String verb = exists(connection, schema.role()) ? "alter" : "create";
        execute(connection, "%s role %s login password %s".formatted(verb, schema.role(), quoted(rolePassword)));
        execute(connection, "alter role %s set search_path to %s".formatted(schema.role(), schema.schemaName()));
        execute(connection, "create schema if not exists " + schema.schemaName());
    }

    private void migrate(Schema schema) {
        Flyway.configure()
                .dataSource(jdbcUrl, user, password)
                .locations("classpath:db/" + schema.schemaName())
                .schemas(schema.schemaName())
                .defaultSchema(schema.schemaName())
                .placeholders(Map.of("role", schema.role()))
                .load()
                .migrate();
    }

    /** Flyway's history stays the administrator's; everything else in the schema is the service's to use. */
    private static void grant(Connection connection, Schema schema) throws SQLException {
        execute(connection, "grant usage on schema %s to %s".formatted(schema.schemaName(), schema.role()));
        execute(
                connection,
                "grant select, insert, update, delete on all tables in schema %s to %s"
                        .formatted(schema.schemaName(), schema.role()));
        execute(
                connection,
                "grant usage, select on all sequences in schema %s to %s"
                        .formatted(schema.schemaName(), schema.role()));
        execute(
                connection,
                "revoke all on %s.flyway_schema_history from %s".formatted(schema.schemaName(), schema.role()));
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_roles where rolname = " + quoted(role))) {
            return found.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String required(String name, UnaryOperator<@Nullable String> environment) {
        String value = environment.apply(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
