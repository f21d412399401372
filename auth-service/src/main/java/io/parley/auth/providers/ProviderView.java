package io.parley.auth.providers;

import io.parley.auth.tokens.PublicAddress;
import io.parley.auth.tokens.Role;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A workspace's provider, without the client's secret.
 *
 * @param redirectUri what this platform's client must be allowed to be sent back to at the provider
 * @param startUrl where users of the workspace begin to sign in
 */
record ProviderView(
        String issuer,
        String clientId,
        String groupClaim,
        List<String> scopes,
        Map<String, Role> roles,
        URI redirectUri,
        URI startUrl) {

    static ProviderView of(Provider provider, PublicAddress address) {
        return new ProviderView(
                provider.issuer(),
                provider.clientId(),
                provider.groupClaim(),
                provider.scopes(),
                provider.roles(),
                SignInPaths.callback(address, provider.workspace()),
                SignInPaths.start(address, provider.workspace()));
    }
}
