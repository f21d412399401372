package io.parley.platform.messaging;

import io.parley.contracts.Event;

/** A message that waits to be handled, and the channel on which to settle it. */
record Delivery<E extends Event>(E event, Trace trace, long tag, OpenChannel channel) {}
