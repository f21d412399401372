package io.parley.worker.conversations;

import io.parley.worker.templates.Scope;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The case's variables and what was captured so far; a captured value goes before a variable of its name. */
final class Variables implements Scope {

    private final Map<String, Object> given;
    private final Map<String, Object> captured = new HashMap<>();

    Variables(Map<String, Object> given) {
        this.given = given;
    }

    void capture(String name, Object value) {
        captured.put(name, value);
    }

    @Override
    public @Nullable Object get(String name) {
        Object value = captured.get(name);
        return value == null ? given.get(name) : value;
    }
}
