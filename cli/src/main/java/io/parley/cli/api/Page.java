package io.parley.cli.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list; {@code next} is the cursor of the part after it, null at the end. */
record Page<T>(List<T> items, @Nullable String next) {}
