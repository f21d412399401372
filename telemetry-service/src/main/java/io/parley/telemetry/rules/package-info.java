/** Which events of senders are observations of which skills. */
@NullMarked
package io.parley.telemetry.rules;

import org.jspecify.annotations.NullMarked;
