/** The days events are kept by: opened before they are needed, dropped when the retention is over. */
@NullMarked
package io.parley.telemetry.days;

import org.jspecify.annotations.NullMarked;
