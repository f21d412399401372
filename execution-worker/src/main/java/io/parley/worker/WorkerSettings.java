package io.parley.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much one worker takes on. */
@ConfigMapping(prefix = "parley.worker")
public interface WorkerSettings {

    /** Most conversations under way at once, over all targets. */
    @WithDefault("256")
    @Min(1) @Max(10_000) int concurrency();
}
