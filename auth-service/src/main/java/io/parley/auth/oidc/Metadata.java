package io.parley.auth.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a provider says of itself (OpenID Connect Discovery 1.0, section 3). */
public final class Metadata {

    private static final String AUTHENTICATION_METHODS = "token_endpoint_auth_methods_supported";

    private static final String NAMES_ITSELF = "authorization_response_iss_parameter_supported";

    private final String issuer;
    private final ProviderUrl authorizationEndpoint;
    private final ProviderUrl tokenEndpoint;
    private final ProviderUrl keys;
    private final boolean takesBasic;
    private final boolean namesItself;

    private Metadata(String issuer, JsonNode document) {
        this.issuer = issuer;
        this.authorizationEndpoint = address(document, "authorization_endpoint");
        this.tokenEndpoint = address(document, "token_endpoint");
        this.keys = address(document, "jwks_uri");
        this.takesBasic = takesBasic(document.path(AUTHENTICATION_METHODS));
        this.namesItself = document.path(NAMES_ITSELF).asBoolean(false);
    }

    /** Reads the document; one of another issuer, or without what is needed, is {@link ProviderFailed}. */
    static Metadata of(String issuer, ProviderAnswer answer) {
        if (!answer.isSuccess()) {
            throw new ProviderFailed("its discovery document was answered with status " + answer.status());
        }
        if (!answer.text("issuer").equals(issuer)) {
            throw new ProviderFailed(
                    "its discovery document names another issuer: '%s'".formatted(answer.text("issuer")));
        }
        return new Metadata(issuer, answer.body());
    }

    private static ProviderUrl address(JsonNode document, String field) {
        return ProviderUrl.parse(document.path(field).asText(""), "its " + field);
    }

    /** What is not said is said to be {@code client_secret_basic}. */
    private static boolean takesBasic(JsonNode methods) {
        return !methods.isArray()
                || StreamSupport.stream(methods.spliterator(), false)
                        .anyMatch(method -> method.asText().equals("client_secret_basic"));
    }

    public String issuer() {
        return issuer;
    }

    /** Where people are sent to sign in. */
    public URI authorizationEndpoint() {
        return authorizationEndpoint.uri();
    }

    /** Whether it says who it is whenever it sends a browser back (RFC 9207, section 3). */
    public boolean namesItself() {
        return namesItself;
    }

    /** Every address that it names. */
    List<ProviderUrl> endpoints() {
        return List.of(authorizationEndpoint, tokenEndpoint, keys);
    }

    ProviderUrl tokenEndpoint() {
        return tokenEndpoint;
    }

    ProviderUrl keys() {
        return keys;
    }

    /** Whether clients may say who they are in a header; else they do in the form. */
    boolean takesBasic() {
        return takesBasic;
    }
}
