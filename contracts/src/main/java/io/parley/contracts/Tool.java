package io.parley.contracts;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool of a case: an agent may call it, and the worker answers in its place.
 *
 * @param description for the agent; null for none
 * @param parameters JSON Schema of the arguments; null takes any
 * @param returns what every call returns, a JSON value whose strings are templates over {@code args} and the case's variables;
 *     null when calls fail or return nothing
 * @param error template of the error that every call ends with; null when calls succeed
 * @param delay before the answer; null for none
 */
public record Tool(
        String name,
        @Nullable String description,
        @Nullable Map<String, Object> parameters,
        @Nullable Object returns,
        @Nullable String error,
        @Nullable Duration delay) {}
