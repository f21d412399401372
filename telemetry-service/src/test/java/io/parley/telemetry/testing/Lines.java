package io.parley.telemetry.testing;

import io.parley.platform.testing.BackingResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The real servers behind {@link Line}s; a test has them injected by a field of this type. */
public final class Lines implements QuarkusTestResourceLifecycleManager {

    private static final String BROKER = "parley.broker.url";
    private static final String DATABASE = "parley.database.url";

    private final BackingResource backing = new BackingResource();
    private final Map<String, Line> lines = new HashMap<>();
    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        backing.init(Map.of("schema", "telemetry"));
        Map<String, String> settings = new HashMap<>(backing.start());
        settings.computeIfPresent(BROKER, this::through);
        settings.computeIfPresent(DATABASE, this::through);
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Lines.class));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        backing.stop();
    }

    public Line toBroker() {
        return line(BROKER);
    }

    public Line toDatabase() {
        return line(DATABASE);
    }

    private Line line(String setting) {
        Line line = lines.get(setting);
        if (line == null) {
            throw new IllegalStateException("not started");
        }
        return line;
    }

    private String through(String setting, String address) {
        int port = URI.create(address).getPort();
        Line line = Line.to(vertx, port);
        lines.put(setting, line);
        return address.replace(":" + port, ":" + line.port());
    }
}
