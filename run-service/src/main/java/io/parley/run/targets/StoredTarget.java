package io.parley.run.targets;

import io.parley.contracts.HttpTarget;
import java.time.Instant;

/** A target and when it came to be as it is. */
record StoredTarget(HttpTarget target, Instant createdAt, Instant updatedAt) {}
