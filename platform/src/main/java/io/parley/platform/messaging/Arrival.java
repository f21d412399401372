package io.parley.platform.messaging;

import io.parley.contracts.Event;

/** An event that a message brought, and the trace in which it was published. */
record Arrival<E extends Event>(E event, Trace trace) {}
