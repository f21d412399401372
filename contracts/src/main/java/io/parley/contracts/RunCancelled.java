package io.parley.contracts;

import java.time.Instant;

/** A person ended the run: requests of it that are still on the way must not reach the target. */
public record RunCancelled(RunId runId, WorkspaceId workspaceId, Instant cancelledAt) implements Event {}
