/** Shows stored events. */
@NullMarked
package io.parley.telemetry.events;

import org.jspecify.annotations.NullMarked;
