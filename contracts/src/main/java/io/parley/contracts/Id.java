package io.parley.contracts;

import java.util.UUID;

/** The identity of one kind of thing: a UUIDv7, on the wire its canonical text. */
public sealed interface Id permits ExecutionId, ReviewId, RunId, SuiteId, TargetId, UserId, WorkspaceId {

    UUID value();
}
