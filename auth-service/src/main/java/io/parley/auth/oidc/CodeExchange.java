package io.parley.auth.oidc;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gets an id token for the code that somebody came back from a provider with (RFC 6749, section 4.1.3, and RFC 7636). */
@ApplicationScoped
public class CodeExchange {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ProviderHttp http;

    CodeExchange(ProviderHttp http) {
        this.http = http;
    }

    /**
     * The id token, not verified; {@link ProviderFailed} where the provider gives none.
     *
     * @param verifier that the sign-in's challenge was made of
     */
    public Uni<String> idToken(Metadata provider, Registration registration, String code, String verifier) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", registration.redirectUri().toString());
        fields.put("code_verifier", verifier);
        return (provider.takesBasic() ? basic(provider, registration, fields) : post(provider, registration, fields))
                .map(CodeExchange::idToken);
    }

    private Uni<ProviderAnswer> basic(Metadata provider, Registration registration, Map<String, String> fields) {
        String both = Form.encoded(registration.clientId()) + ":" + Form.encoded(registration.clientSecret());
        String basic = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        return http.post(provider.tokenEndpoint(), Map.of(CONTENT_TYPE, FORM, "Authorization", basic), Form.of(fields));
    }

    private Uni<ProviderAnswer> post(Metadata provider, Registration registration, Map<String, String> fields) {
        fields.put("client_id", registration.clientId());
        fields.put("client_secret", registration.clientSecret());
        return http.post(provider.tokenEndpoint(), Map.of(CONTENT_TYPE, FORM), Form.of(fields));
    }

    private static String idToken(ProviderAnswer answer) {
        if (!answer.isSuccess()) {
            throw ProviderFailed.inOurWords("it refused the code with status %d, error '%s'"
                    .formatted(answer.status(), ErrorCode.printable(answer.text("error"))));
        }
        if (answer.text("id_token").isEmpty()) {
            throw ProviderFailed.inOurWords("it gave no id token");
        }
        return answer.text("id_token");
    }
}
