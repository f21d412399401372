package io.parley.contracts;

import java.time.Instant;
import java.util.List;

/**
 * Events of one ingestion request, each checked; what is resent is recognised by (workspace, event id).
 *
 * @param events 1 to 1,000
 */
public record TelemetryReceived(WorkspaceId workspaceId, Instant receivedAt, List<TelemetryEvent> events)
        implements Event {}
