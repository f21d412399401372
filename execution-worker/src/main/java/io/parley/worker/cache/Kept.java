package io.parley.worker.cache;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A successful response, as far as it matters for the answer.
 *
 * @param contentType the header as it came
 * @param latency from sending the request to the last byte, when it was sent
 * @param firstByte from sending the request to where the answer began
 */
@RegisterForReflection // kept as JSON
public record Kept(int status, @Nullable String contentType, String body, Duration latency, Duration firstByte) {}
