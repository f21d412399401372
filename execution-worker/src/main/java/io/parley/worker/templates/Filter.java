package io.parley.worker.templates;

import org.jspecify.annotations.Nullable;

/** Makes another value out of a value. */
@FunctionalInterface
interface Filter {

    @Nullable Object apply(@Nullable Object value, Arguments arguments);
}
