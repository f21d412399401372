package io.parley.auth.tokens;

import com.fasterxml.jackson.annotation.JsonValue;
import io.parley.platform.access.Access;
import java.util.stream.Stream;

/** What an API key may be used for. */
public enum Scope {
    RUNS_READ(Access.RUNS_READ),
    RUNS_WRITE(Access.RUNS_WRITE),
    TELEMETRY_WRITE(Access.TELEMETRY_WRITE);

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** The scope by its name on the wire and in the database. */
    public static Scope of(String text) {
        return Stream.of(values())
                .filter(scope -> scope.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such scope: " + text));
    }

    /** Name on the wire and in the database. */
    @JsonValue
    public String text() {
        return text;
    }

    /** Who may start runs may look at them. */
    Stream<String> groups() {
        return this == RUNS_WRITE ? Stream.of(text, Access.RUNS_READ) : Stream.of(text);
    }
}
