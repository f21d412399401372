/** What of an event a workspace does not want to be kept: taken out before the event is stored. */
@NullMarked
package io.parley.telemetry.masking;

import org.jspecify.annotations.NullMarked;
