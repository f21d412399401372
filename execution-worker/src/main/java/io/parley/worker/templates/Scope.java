package io.parley.worker.templates;

import org.jspecify.annotations.Nullable;

/** The variables a template sees: strings, numbers, booleans, lists and maps. */
@FunctionalInterface
public interface Scope {

    /** The variable's value, or null when there is none of this name. */
    @Nullable Object get(String name);
}
