package io.parley.auth.keys;

import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The key pairs of the platform. The first is made when there is none; replicas agree on one. Private halves are sealed
 * in the database and opened only in memory here.
 */
@ApplicationScoped
public class SigningKeys {

    private final SigningKeyRepository repository;
    private final Sealer sealer;
    private final AtomicReference<@Nullable SigningKey> current = new AtomicReference<>();

    SigningKeys(SigningKeyRepository repository, Sealer sealer) {
        this.repository = repository;
        this.sealer = sealer;
    }

    /** The key to sign with. */
    public Uni<SigningKey> current() {
        SigningKey known = current.get();
        return known == null ? load() : Uni.createFrom().item(known);
    }

    /** Every key that tokens can be verified with; never empty. */
    Uni<List<Jwk>> published() {
        return current().chain(repository::publicKeys);
    }

    private Uni<SigningKey> load() {
        return repository
                .current()
                .chain(found -> found.map(Uni.createFrom()::item).orElseGet(this::makeFirst))
                .map(this::open)
                .invoke(current::set);
    }

    /** Another replica may have been faster: what counts is what the database has then. */
    private Uni<SigningKeyRepository.Stored> makeFirst() {
        return repository
                .addFirst(seal(SigningKey.generate()))
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
