package io.parley.e2e.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of executions; {@code next} is the cursor of the page after it, null at the end. */
public record Executions(List<ExecutionRow> items, @Nullable String next) {}
