package io.parley.auth.oidc;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies id tokens (OpenID Connect Core 1.0, section 3.1.3.7): signed with a key that the provider publishes, of this issuer, for this
 * client and this sign-in, and not expired.
 */
@ApplicationScoped
public class IdTokens {

    /** Clocks differ. */
    private static final int SECONDS_OF_DIFFERENCE = 60;

    private static final int LONGEST_SUBJECT = 255;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** What is signed with a shared secret, or not at all, is signed by nobody in particular. */
    private static final AlgorithmConstraints ASYMMETRIC = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384);

    private final ProviderKeys keys;
    private final Clock clock;

    IdTokens(ProviderKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What the token says; {@link ProviderFailed} if it is not to be believed.
     *
     * @param nonce that the sign-in was begun with
     */
    public Uni<IdToken> verify(String token, Metadata provider, String clientId, String nonce) {
        return Uni.createFrom()
                .item(() -> keyId(token))
                .chain(keyId -> keys.of(provider, keyId.orElse(null)))
                .map(known -> verify(token, provider, clientId, nonce, known));
    }

    private static Optional<String> keyId(String token) {
        try {
            return Optional.ofNullable(
                    JsonWebSignature.fromCompactSerialization(token).getHeader("kid"));
        } catch (JoseException | RuntimeException noToken) {
            throw refused("it cannot be read");
        }
    }

    private IdToken verify(
            String token, Metadata provider, String clientId, String nonce, List<JsonWebKey> providerKeys) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(providerKeys))
                    .setJwsAlgorithmConstraints(ASYMMETRIC)
                    .setExpectedIssuer(provider.issuer())
                    .setExpectedAudience(clientId)
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setRequireSubject()
                    .setAllowedClockSkewInSeconds(SECONDS_OF_DIFFERENCE)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token);
            requireOfThisSignIn(claims, clientId, nonce);
            return new IdToken(provider.issuer(), claims.getSubject(), claims);
        } catch (InvalidJwtException invalid) {
            throw refused(why(invalid));
        } catch (ProviderFailed known) {
            throw known;
        } catch (MalformedClaimException | RuntimeException malformed) {
            throw refused("it is malformed");
        }
    }

    private static void requireOfThisSignIn(JwtClaims claims, String clientId, String nonce)
            throws MalformedClaimException {
        @Nullable Object authorized = claims.getClaimValue("azp");
        boolean forSeveral = claims.getAudience().size() > 1;
        if (authorized == null ? forSeveral : !authorized.equals(clientId)) {
            throw refused("it is for another client");
        }
        if (claims.getSubject().length() > LONGEST_SUBJECT) {
            throw refused("its subject is longer than " + LONGEST_SUBJECT + " characters");
        }
        if (CONTROL.matcher(claims.getSubject()).find()) {
            throw refused("its subject has control characters");
        }
        if (!nonce.equals(claims.getClaimValue("nonce"))) {
            throw refused("it is of another sign-in (nonce)");
        }
    }

    /** Without the claims, which the library would repeat. */
    private static String why(InvalidJwtException invalid) {
        if (invalid.hasExpired()) {
            return "it has expired";
        }
        if (invalid.hasErrorCode(ErrorCodes.ISSUER_INVALID)) {
            return "it is of another issuer";
        }
        if (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)) {
            return "it is for another client";
        }
        return invalid.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)
                ? "its signature is not of the provider's keys"
                : "its signature, or a claim that it needs, is missing or unknown";
    }

    private static ProviderFailed refused(String reason) {
        return ProviderFailed.inOurWords("its id token is refused: " + reason);
    }
}
