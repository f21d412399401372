package io.parley.platform.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting an operator can give, under the same name in every service. */
public enum Setting {
    HTTP_HOST(Kind.TEXT),
    HTTP_PORT(Kind.PORT),
    DATABASE_URL(Kind.POSTGRESQL),
    DATABASE_USER(Kind.TEXT),
    DATABASE_PASSWORD(Kind.SECRET),
    BROKER_URL(Kind.AMQP),
    REDIS_URL(Kind.REDIS),
    MASTER_KEY(Kind.KEY),
    PSEUDONYM_KEY(Kind.KEY),
    ISSUER(Kind.HTTP),
    OWNER_EMAIL(Kind.TEXT),
    OWNER_PASSWORD(Kind.SECRET),
    MAIL_HOST(Kind.TEXT),
    MAIL_PORT(Kind.PORT),
    MAIL_USER(Kind.TEXT),
    MAIL_PASSWORD(Kind.TEXT),
    MAIL_FROM(Kind.MAILBOX),
    MAIL_TLS(Kind.SWITCH),
    MAIL_START_TLS(Kind.START_TLS),
    AUTH_URL(Kind.HTTP),
    AUTH_INSTANCES(Kind.INSTANCES),
    RUN_URL(Kind.INSTANCES),
    VALIDATION_URL(Kind.INSTANCES),
    TELEMETRY_URL(Kind.INSTANCES),
    TLS_CERTIFICATE(Kind.FILE),
    TLS_KEY(Kind.FILE),
    TLS_PORT(Kind.PORT),
    CORS_ORIGINS(Kind.TEXT),
    RATE_LIMIT_CALLER(Kind.COUNT),
    RATE_LIMIT_ADDRESS(Kind.COUNT),
    WORKER_CONCURRENCY(Kind.COUNT),
    TARGETS_ALLOW_PRIVATE(Kind.SWITCH),
    TELEMETRY_BACKLOG(Kind.COUNT),
    TELEMETRY_RETENTION(Kind.TEXT),
    TELEMETRY_SESSION_SILENCE(Kind.TEXT),
    VALIDATION_EMBEDDINGS_URL(Kind.HTTP),
    VALIDATION_EMBEDDINGS_MODEL(Kind.TEXT),
    VALIDATION_EMBEDDINGS_KEY(Kind.TEXT),
    TRACES_ENDPOINT(Kind.HTTP),
    TRACES_RATIO(Kind.RATIO);

    static final String PREFIX = "PARLEY_";

    private final Kind kind;

    Setting(Kind kind) {
        this.kind = kind;
    }

    /** The name of the environment variable; {@code PARLEY_BROKER_URL} is {@code parley.broker.url} in files. */
    public String variable() {
        return PREFIX + name();
    }

    /** What is wrong with a value, in words that say what would be right. */
    Optional<String> complaint(String value) {
        try {
            return kind.accepts(value) ? Optional.empty() : Optional.of(variable() + " must be " + kind.expected());
        } catch (IllegalArgumentException malformed) {
            return Optional.of(variable() + " must be " + kind.expected());
        }
    }

    private enum Kind {
        TEXT("a text that is not blank"),
        SECRET("at least 12 characters"),
        PORT("a port from 0 to 65535"),
        COUNT("a whole number above 0"),
        RATIO("a number from 0 to 1"),
        SWITCH("true or false"),
        MAILBOX("an address such as parley@example.com"),
        FILE("the path of a file that can be read"),
        START_TLS("REQUIRED, OPTIONAL or DISABLED"),
        KEY("base64 of 32 random bytes"),
        POSTGRESQL("an address such as postgresql://host:5432/parley"),
        AMQP("an address such as amqp://user:password@host:5672/vhost"),
        REDIS("an address such as redis://host:6379"),
        HTTP("an address such as http://host:9001"),
        INSTANCES("an address such as http://host:9001, or several with commas and no spaces between");

        private final String expected;

        Kind(String expected) {
            this.expected = expected;
        }

        String expected() {
            return expected;
        }

        boolean accepts(String value) {
            return switch (this) {
                case TEXT -> !value.isBlank();
                case SECRET -> value.length() >= 12;
                case PORT -> Integer.parseInt(value) >= 0 && Integer.parseInt(value) <= 65_535;
                case COUNT -> Integer.parseInt(value) > 0;
                case RATIO -> Double.parseDouble(value) >= 0 && Double.parseDouble(value) <= 1;
                case SWITCH -> value.equals("true") || value.equals("false");
                case MAILBOX -> value.strip().matches("[^@\\s]+@[^@\\s]+");
                case FILE -> Files.isReadable(Path.of(value)) && Files.isRegularFile(Path.of(value));
                case START_TLS -> List.of("REQUIRED", "OPTIONAL", "DISABLED").contains(value);
                case KEY -> Base64.getDecoder().decode(value).length == 32;
                case POSTGRESQL -> isAddress(value, "postgresql");
                case AMQP -> isAddress(value, "amqp", "amqps");
                case REDIS -> isAddress(value, "redis", "rediss");
                case HTTP -> isAddress(value, "http", "https");
                case INSTANCES ->
                    Stream.of(value.split(",", -1)).allMatch(instance -> isAddress(instance, "http", "https"));
            };
        }

        private static boolean isAddress(String value, String... schemes) {
            URI address = URI.create(value);
            return address.getScheme() != null
                    && List.of(schemes).contains(address.getScheme().toLowerCase(Locale.ROOT))
                    && address.getHost() != null;
        }
    }
}
