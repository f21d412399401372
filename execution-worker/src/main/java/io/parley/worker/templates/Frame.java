package io.parley.worker.templates;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression sees while a template renders: the variables, and how much work is left. */
final class Frame {

    private static final int MAX_STEPS = 100_000;
    private static final int CHARACTERS_PER_STEP = 64;

    private Locals locals;
    private int steps;

    Frame(Scope scope) {
        this.locals = new Locals(new HashMap<>(), scope);
    }

    @Nullable Object get(String name) {
        return locals.get(name);
    }

    /** Sets a variable for the rest of the surrounding loop, or of the template. */
    void set(String name, @Nullable Object value) {
        locals.values().put(name, value);
    }

    /** Runs a body with variables of its own. */
    void within(Map<String, @Nullable Object> values, Runnable body) {
        Locals outer = locals;
        locals = new Locals(values, outer);
        body.run();
        locals = outer;
    }

    void count(int more) {
        steps += more;
        if (steps > MAX_STEPS) {
            throw new InvalidTemplate("the template takes more than %,d steps; loop over less".formatted(MAX_STEPS));
        }
    }

    /** Counts the work of going through a value once. */
    void countUse(@Nullable Object value) {
        count(
                switch (value) {
                    case Collection<?> elements -> 1 + elements.size();
                    case Map<?, ?> map -> 1 + map.size();
                    case CharSequence text -> 1 + text.length() / CHARACTERS_PER_STEP;
                    case null, default -> 1;
                });
    }

    private record Locals(Map<String, @Nullable Object> values, Scope outer) implements Scope {

        @Override
        public @Nullable Object get(String name) {
            return values.containsKey(name) ? values.get(name) : outer.get(name);
        }
    }
}
