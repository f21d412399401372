package io.parley.auth.keys;

import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The key pairs of the platform. The first are made when there are none; replicas agree on them. A key is published
 * before it signs and for an hour after it has, so that every verifier knows it in time and no token is worth less by a
 * rotation. Private halves are sealed in the database and opened only in memory here.
 */
@ApplicationScoped
public class SigningKeys {

    private static final Duration HOLDS = Duration.ofMinutes(1);

    private final SigningKeyRepository repository;
    private final Sealer sealer;
    private final Clock clock;
    private final AtomicReference<@Nullable Known> current = new AtomicReference<>();

    SigningKeys(SigningKeyRepository repository, Sealer sealer, Clock clock) {
        this.repository = repository;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * The key to sign with as it was.
     *
     * @param until when to look again: another replica may have rotated
     */
    private record Known(SigningKey key, Instant until) {}

    /** The key to sign with. */
    public Uni<SigningKey> current() {
        Known known = current.get();
        return known == null || clock.instant().isAfter(known.until())
                ? load()
                : Uni.createFrom().item(known.key());
    }

    /** Every key that tokens can be verified with; never empty. */
    Uni<List<Jwk>> published() {
        return current().chain(repository::publicKeys);
    }

    /** Lets the next key sign, here at once and on other replicas within a minute. */
    Uni<Void> rotate(UUID actor) {
        return repository
                .rotate(seal(SigningKey.generate()), seal(SigningKey.generate()), actor)
                .invoke(() -> current.set(null));
    }

    private Uni<SigningKey> load() {
        return repository
                .current()
                .chain(found -> found.map(Uni.createFrom()::item).orElseGet(this::makeFirst))
                .map(this::open)
                .invoke(key -> current.set(new Known(key, clock.instant().plus(HOLDS))));
    }

    /** Another replica may have been faster: what counts is what the database has then. */
    private Uni<SigningKeyRepository.Stored> makeFirst() {
        return repository
                .addMissing(seal(SigningKey.generate()), seal(SigningKey.generate()))
                .chain(repository::current)
                .map(found -> found.orElseThrow());
    }

    private SigningKeyRepository.Stored seal(SigningKey key) {
        return new SigningKeyRepository.Stored(
                key.id(), Buffer.buffer(key.publicKey().getEncoded()), sealer.seal(key.encodedPrivateKey()));
    }

    private SigningKey open(SigningKeyRepository.Stored stored) {
        return SigningKey.of(stored.id(), stored.publicKey().getBytes(), sealer.open(stored.privateKey()));
    }
}
