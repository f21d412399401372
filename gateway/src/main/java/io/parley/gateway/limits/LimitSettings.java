package io.parley.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Requests per second, on average over {@link Allowance#WINDOW}. */
@ConfigMapping(prefix = "parley.rate.limit")
interface LimitSettings {

    /** Of a user or an API key. */
    @WithDefault("1000")
    int caller();

    /** Of an address whose requests show no good credential. */
    @WithDefault("100")
    int address();
}
