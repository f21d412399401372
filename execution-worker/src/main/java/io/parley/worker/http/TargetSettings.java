package io.parley.worker.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where targets may be. */
@ConfigMapping(prefix = "parley.targets")
interface TargetSettings {

    /** Whether targets may have private and loopback addresses; link-local and metadata addresses never. */
    @WithDefault("false")
    boolean allowPrivate();
}
