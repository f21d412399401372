package io.parley.run.targets;

import io.parley.contracts.LiveTarget;
import java.time.Instant;

/** A target and when it came to be as it is. */
record StoredTarget(LiveTarget target, Instant createdAt, Instant updatedAt) {}
