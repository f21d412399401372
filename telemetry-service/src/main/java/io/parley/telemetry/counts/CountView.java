package io.parley.telemetry.counts;

import java.time.LocalDate;

/**
 * How many events of a type occurred on a day.
 *
 * @param day in UTC
 * @param events as many as are stored
 */
record CountView(LocalDate day, String type, long events) {}
