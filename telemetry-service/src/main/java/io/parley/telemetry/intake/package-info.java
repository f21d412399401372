/** Takes events from senders: checked one by one, confirmed by the broker before the sender hears of it. */
@NullMarked
package io.parley.telemetry.intake;

import org.jspecify.annotations.NullMarked;
