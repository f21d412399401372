package io.parley.bench.platform;

import io.parley.bench.load.Waiting;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * The platform's database as its administrator reaches it.
 *
 * @param url without user and password
 */
public record Database(String url, String user, String password) {

    private static final Duration TO_CREATE = Duration.ofMinutes(1);

    /** Connections to it. */
    public Pool pool(Vertx vertx) {
        PgConnectOptions options = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
        return PgBuilder.pool().connectingTo(options).using(vertx).build();
    }

    /** A further database on the same server. */
    public Database create(Vertx vertx, String name) throws IOException {
        Pool pool = pool(vertx);
        Waiting.on(pool.query("create database " + name).execute(), TO_CREATE);
        Waiting.on(pool.close(), TO_CREATE);
        return new Database(URI.create(url).resolve("/" + name).toString(), user, password);
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "Database[" + url + "]";
    }
}
