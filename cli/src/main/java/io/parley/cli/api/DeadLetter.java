package io.parley.cli.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message that could not be handled.
 *
 * @param reason why the broker put it aside, such as {@code rejected}
 * @param body its beginning
 */
public record DeadLetter(
        String messageId, String type, @Nullable Instant publishedAt, String reason, String body) {}
