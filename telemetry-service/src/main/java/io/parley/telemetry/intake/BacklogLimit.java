package io.parley.telemetry.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;

/** How many requests may wait to be stored before no more are taken. */
@ConfigMapping(prefix = "parley.telemetry")
interface BacklogLimit {

    /** Each holds up to 1 MiB of events on the broker's disk. */
    @WithName("backlog")
    @WithDefault("10000")
    @Min(1) int messages();
}
