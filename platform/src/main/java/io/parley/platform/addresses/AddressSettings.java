package io.parley.platform.addresses;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where targets, and models that judge them, may be. */
@ConfigMapping(prefix = "parley.targets")
interface AddressSettings {

    /** Whether they may have private and loopback addresses; link-local and metadata addresses never. */
    @WithDefault("false")
    boolean allowPrivate();
}
