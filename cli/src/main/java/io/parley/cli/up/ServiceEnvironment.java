package io.parley.cli.up;

import io.parley.backing.Endpoints;
import io.parley.database.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings each service is started with: each learns only the secrets it needs. What the person who starts the
 * platform has set (such as {@code PARLEY_CORS_ORIGINS}) is handed on.
 */
final class ServiceEnvironment {

    /** Settings of the command itself, which the services would refuse as unknown. */
    private static final Set<String> OF_THE_COMMAND = Set.of("PARLEY_DATA", "PARLEY_JAVA_OPTS", "PARLEY_RABBITMQ_HOME");

    private final Addresses addresses;
    private final Endpoints endpoints;
    private final Secrets secrets;

    ServiceEnvironment(Addresses addresses, Endpoints endpoints, Secrets secrets) {
        this.addresses = addresses;
        this.endpoints = endpoints;
        this.secrets = secrets;
    }

    /** Changes an inherited environment into that of the service. */
    void apply(String service, Map<String, String> environment) {
        environment.keySet().removeAll(OF_THE_COMMAND);
        environment.putIfAbsent("PARLEY_TARGETS_ALLOW_PRIVATE", "true");
        environment.putIfAbsent("PARLEY_ISSUER", addresses.address(Module.GATEWAY.folder()));
        if (Addresses.module(service) != Module.GATEWAY) {
            environment.remove("PARLEY_HTTP_HOST");
        }
        environment.putIfAbsent("PARLEY_HTTP_HOST", "127.0.0.1");
        environment.putAll(settings(service));
    }

    private Map<String, String> settings(String service) {
        Map<String, String> settings = new HashMap<>();
        settings.put("PARLEY_HTTP_PORT", Integer.toString(addresses.services().getOrDefault(service, 0)));
        settings.put("PARLEY_BROKER_URL", endpoints.brokerUrl());
        settings.put("PARLEY_REDIS_URL", endpoints.redisUrl());
        settings.put("PARLEY_AUTH_URL", addresses.address(Module.AUTH.folder()));
        settings.putAll(
                switch (Addresses.module(service)) {
                    case AUTH -> and(database(Schema.AUTH), keyAndOwner());
                    case RUN -> and(database(Schema.RUNS), key());
                    case TELEMETRY -> and(database(Schema.TELEMETRY), pseudonymKey());
                    case WORKER -> key();
                    case VALIDATION -> and(database(Schema.VALIDATION), key());
                    case GATEWAY -> upstreams();
                });
        return settings;
    }

    private Map<String, String> database(Schema schema) {
        return Map.of(
                "PARLEY_DATABASE_URL", endpoints.postgresUrl(),
                "PARLEY_DATABASE_USER", schema.role(),
                "PARLEY_DATABASE_PASSWORD", rolePassword(schema));
    }

    private String rolePassword(Schema schema) {
        @Nullable String password = secrets.rolePasswords().get(schema);
        if (password == null) {
            throw new IllegalStateException("no password for " + schema);
        }
        return password;
    }

    private Map<String, String> key() {
        return Map.of("PARLEY_MASTER_KEY", secrets.masterKey());
    }

    private Map<String, String> pseudonymKey() {
        return Map.of("PARLEY_PSEUDONYM_KEY", secrets.pseudonymKey());
    }

    private Map<String, String> keyAndOwner() {
        return and(
                key(),
                Map.of(
                        "PARLEY_OWNER_EMAIL", secrets.owner().email(),
                        "PARLEY_OWNER_PASSWORD", secrets.owner().password()));
    }

    private Map<String, String> upstreams() {
        return Map.of(
                "PARLEY_RUN_URL", addresses.address(Module.RUN.folder()),
                "PARLEY_VALIDATION_URL", addresses.address(Module.VALIDATION.folder()),
                "PARLEY_TELEMETRY_URL", addresses.address(Module.TELEMETRY.folder()));
    }

    private static Map<String, String> and(Map<String, String> first, Map<String, String> second) {
        Map<String, String> both = new HashMap<>(first);
        both.putAll(second);
        return both;
    }
}
