package io.parley.auth.testing;

import io.parley.platform.testing.BackingResource;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.util.Map;

/** A database in which nothing has happened yet, as it is at the first start of all. */
public final class FreshDatabase implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final PgConnectOptions options;

    /** Makes and migrates it. */
    public FreshDatabase() {
        BackingResource backing = new BackingResource();
        backing.init(Map.of("schema", "auth"));
        Map<String, String> settings = backing.start();
        options = PgConnectOptions.fromUri(settings.get("parley.database.url"))
                .setUser(settings.get("parley.database.user"))
                .setPassword(settings.get("parley.database.password"));
    }

    /** The connections of one more replica of the service. */
    public Pool connect() {
        return PgBuilder.pool(pool -> pool.connectingTo(options).using(vertx));
    }

    /** The first column of the first row that a query finds. */
    public Long count(String query) {
        return connect()
                .query(query)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        vertx.close().await().atMost(Duration.ofSeconds(10));
    }
}
