package io.parley.auth.signin;

import io.parley.auth.oidc.Form;
import io.parley.auth.oidc.Metadata;
import io.parley.auth.providers.Provider;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A workspace's provider and what it says of itself. */
record KnownProvider(Provider provider, Metadata metadata) {

    /** Where somebody signs in who is to come back to the redirect address (OpenID Connect Core 1.0, section 3.1.2.1). */
    URI authorization(SignIn signIn, URI redirectUri) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", provider.clientId());
        query.put("redirect_uri", redirectUri.toString());
        query.put("scope", scopes());
        query.put("state", signIn.state());
        query.put("nonce", signIn.nonce());
        query.put("code_challenge", signIn.challenge());
        query.put("code_challenge_method", "S256");
        URI endpoint = metadata.authorizationEndpoint();
        return URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + Form.of(query));
    }

    /**
     * Whether a browser that comes back can come from here: it says so, as it must if the provider has announced that it does (RFC
     * 9207, section 2.4).
     */
    boolean mayHaveSent(Returned returned) {
        return returned.issuer() == null
                ? !metadata.namesItself()
                : returned.issuer().equals(provider.issuer());
    }

    private String scopes() {
        return Stream.concat(Stream.of("openid"), provider.scopes().stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
