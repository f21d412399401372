package io.parley.auth.oidc;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The keys that providers sign with, remembered for ten minutes. */
@ApplicationScoped
class ProviderKeys {

    private static final int MOST = 50;

    private final ProviderHttp http;
    private final Kept<List<JsonWebKey>> known;

    ProviderKeys(ProviderHttp http, Clock clock) {
        this.http = http;
        this.known = new Kept<>(clock);
    }

    /** A provider's keys, with the one that a token names if it has that; it may have been made a moment ago. */
    Uni<List<JsonWebKey>> of(Metadata provider, @Nullable String keyId) {
        return known.get(provider.keys())
                .filter(keys -> has(keys, keyId))
                .map(Uni.createFrom()::item)
                .orElseGet(() -> ask(provider));
    }

    private static boolean has(List<JsonWebKey> keys, @Nullable String keyId) {
        return keyId == null || keys.stream().anyMatch(key -> Objects.equals(key.getKeyId(), keyId));
    }

    private Uni<List<JsonWebKey>> ask(Metadata provider) {
        return http.get(provider.keys()).map(ProviderKeys::read).invoke(keys -> known.put(provider.keys(), keys));
    }

    private static List<JsonWebKey> read(ProviderAnswer answer) {
        if (answer.body().path("keys").size() > MOST) {
            throw new ProviderFailed("its jwks_uri was answered with more than %d keys".formatted(MOST));
        }
        try {
            return List.copyOf(new JsonWebKeySet(answer.body().toString()).getJsonWebKeys());
        } catch (JoseException | RuntimeException noKeySet) {
            throw new ProviderFailed("its jwks_uri was not answered with a set of keys");
        }
    }
}
