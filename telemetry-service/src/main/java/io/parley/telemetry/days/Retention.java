package io.parley.telemetry.days;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long events are kept. */
@ConfigMapping(prefix = "parley.telemetry")
public interface Retention {

    /** From an event's occurrence on; older ones are refused, and dropped day by day. At least a day. */
    @WithName("retention")
    @WithDefault("P90D")
    @DurationMin(days = 1)
    Duration duration();
}
