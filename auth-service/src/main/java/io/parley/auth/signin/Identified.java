package io.parley.auth.signin;

import io.parley.auth.oidc.IdToken;
import io.parley.auth.providers.Provider;
import io.parley.auth.tokens.Role;
import java.util.Optional;

/** Who somebody is, by the provider that says so. */
record Identified(Provider provider, IdToken identity) {

    /** What they may do in the provider's workspace; nothing if they have no business there. */
    Optional<Role> role() {
        return provider.roleOf(identity.groups(provider.groupClaim()));
    }
}
