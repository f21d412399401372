package io.parley.auth.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * What the service under test is told: its first owner, that identity providers may be on this machine, and a free port before it
 * starts, to ask itself for keys there.
 */
public final class OwnSettings implements QuarkusTestResourceLifecycleManager {

    public static final String OWNER = "first.owner@example.com";
    public static final String OWNER_PASSWORD = "set at the first start";

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0)) {
            return Map.of(
                    "quarkus.http.test-port",
                    Integer.toString(free.getLocalPort()),
                    "parley.targets.allow-private",
                    "true",
                    "parley.owner.email",
                    OWNER,
                    "parley.owner.password",
                    OWNER_PASSWORD);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        // holds nothing
    }
}
