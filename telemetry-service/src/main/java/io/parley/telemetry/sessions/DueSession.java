package io.parley.telemetry.sessions;

import io.parley.contracts.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/**
 * A session that somebody has to look at.
 *
 * @param firstAt when its first event occurred
 * @param lastAt when its last event occurred
 * @param events how many are stored; more of them later mean that what was computed is out of date
 * @param over whether it has ended, or was silent for long enough; if not, it was put off
 */
record DueSession(
        WorkspaceId workspaceId, UUID sessionId, Instant firstAt, Instant lastAt, long events, boolean over) {}
