package io.parley.auth.users;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The first owner, made at the first start. Both settings, or neither for a platform where people register. */
@ConfigMapping(prefix = "parley.owner")
interface OwnerSettings {

    Optional<String> email();

    Optional<String> password();
}
