package io.parley.auth.oidc;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** What a provider says of somebody who has signed in, verified. */
public final class IdToken {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String issuer;
    private final String subject;
    private final JwtClaims claims;

    IdToken(String issuer, String subject, JwtClaims claims) {
        this.issuer = issuer;
        this.subject = subject;
        this.claims = claims;
    }

    public String issuer() {
        return issuer;
    }

    /** Who it is: unique and for ever the same at this issuer. */
    public String subject() {
        return subject;
    }

    /** What to call them: their name, or what is nearest to one. */
    public String name() {
        return Stream.of("name", "preferred_username", "email")
                .flatMap(claim -> text(claim).stream())
                .findFirst()
                .orElse(subject);
    }

    /** The address that the provider tells of; nobody has verified that it is theirs. */
    public Optional<String> email() {
        return text("email");
    }

    /** The texts of a claim that is a list of them or a single one; nothing where it is something else. */
    public Set<String> groups(String claim) {
        @Nullable Object value = claims.getClaimValue(claim);
        return switch (value) {
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
            case String single -> Set.of(single);
            case null, default -> Set.of();
        };
    }

    private Optional<String> text(String claim) {
        return claims.getClaimValue(claim) instanceof String text
                ? Optional.of(CONTROL.matcher(text).replaceAll(" ").strip()).filter(clean -> !clean.isBlank())
                : Optional.empty();
    }
}
