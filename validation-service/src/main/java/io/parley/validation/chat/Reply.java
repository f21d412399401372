package io.parley.validation.chat;

import org.jspecify.annotations.Nullable;

/**
 * What a model said.
 *
 * @param text null when it said nothing, for example because it refused to
 */
public record Reply(@Nullable String text, Usage usage) {}
