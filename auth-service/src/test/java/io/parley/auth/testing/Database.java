package io.parley.auth.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks into the database of the running test, and changes what a test cannot wait for. */
public final class Database {

    private Database() {}

    /** The first column of the rows that a query finds. */
    public static List<String> query(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many rows a statement changed. */
    public static int update(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A change that nobody sees yet. */
    public static Change begin(String sql, Object... parameters) throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        }
        return new Change(connection, query(connection, "select pg_backend_pid()"));
    }

    /** A change that is being made; undone if it is closed before it is committed. */
    public static final class Change implements AutoCloseable {

        private final Connection connection;
        private final String process;

        private Change(Connection connection, String process) {
            this.connection = connection;
            this.process = process;
        }

        /** Whether somebody waits until it is committed or undone. */
        public boolean isWaitedFor() {
            return !Database.query(
                            "select pid from pg_stat_activity where ?::int = any (pg_blocking_pids(pid))", process)
                    .isEmpty();
        }

        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("parley.test.jdbc-url", String.class),
                config.getValue("parley.test.admin-user", String.class),
                config.getValue("parley.test.admin-password", String.class));
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
