/** Brings events from the broker into the table, each exactly once, and keeps their counts. */
@NullMarked
package io.parley.telemetry.storage;

import org.jspecify.annotations.NullMarked;
