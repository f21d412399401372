package io.parley.platform.messaging;

import io.parley.contracts.WorkspaceId;

/**
 * An event ready to be sent, for those who have its JSON already.
 *
 * @param routingKey of the event's class, {@link io.parley.contracts.Event#routingKeyOf}
 * @param body the event as UTF-8 JSON
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes to send; messages are never compared
public record Message(String routingKey, WorkspaceId workspaceId, Trace trace, byte[] body) {}
