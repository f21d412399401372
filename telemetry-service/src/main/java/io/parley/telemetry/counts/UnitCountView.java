package io.parley.telemetry.counts;

import java.time.Instant;

/**
 * How many events of a type occurred in an hour or a minute.
 *
 * @param start the beginning of the hour or minute, in UTC
 * @param events as many as are stored
 */
record UnitCountView(Instant start, String type, long events) {}
