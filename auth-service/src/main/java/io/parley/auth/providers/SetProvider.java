package io.parley.auth.providers;

import io.parley.auth.tokens.Role;
import io.parley.platform.problems.FieldError;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a workspace's users sign in elsewhere.
 *
 * @param issuer exactly as the provider writes it, its discovery document below it
 * @param clientSecret may be left out where the same issuer and client are set already: then it stays
 * @param groupClaim of the id token, a list of texts; {@code groups} if not given
 * @param scopes asked for besides {@code openid}; {@code profile} and {@code email} if not given
 * @param roles what members of a group may do; of several the most
 */
record SetProvider(
        @NotBlank @Size(max = 500) String issuer,
        @NotBlank @Size(max = 200) String clientId,
        @Size(min = 1, max = 500) @Nullable String clientSecret,
        @Size(min = 1, max = 100) @Nullable String groupClaim,

        @Size(max = 20) @Nullable List<@NotNull @Pattern(regexp = "[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,100}") String> scopes,

        @NotNull @Size(min = 1, max = 200) Map<@NotBlank @Size(max = 200) String, @NotNull Role> roles) {

    private static final List<String> USUAL_SCOPES = List.of("profile", "email");

    String groupClaimOrUsual() {
        return Optional.ofNullable(groupClaim).orElse("groups");
    }

    List<String> scopesOrUsual() {
        return Optional.ofNullable(scopes).orElse(USUAL_SCOPES);
    }

    /** What annotations cannot say. */
    List<FieldError> mistakes() {
        return roles.entrySet().stream()
                .filter(mapping -> mapping.getValue() == Role.OWNER)
                .map(mapping -> new FieldError(
                        "/roles/" + mapping.getKey(), "must be viewer, reviewer, editor or admin: owners make owners"))
                .toList();
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "SetProvider[" + issuer + "]";
    }
}
