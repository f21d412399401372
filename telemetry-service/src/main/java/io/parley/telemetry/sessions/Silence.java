package io.parley.telemetry.sessions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long a session may be silent. */
@ConfigMapping(prefix = "parley.telemetry.session")
interface Silence {

    /** From the receipt of its last event on, after which a session without an end counts as over. At least a second. */
    @WithName("silence")
    @WithDefault("PT30M")
    @DurationMin(seconds = 1)
    Duration duration();
}
