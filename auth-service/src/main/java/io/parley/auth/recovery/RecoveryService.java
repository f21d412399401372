package io.parley.auth.recovery;

import io.parley.auth.lockout.Lockout;
import io.parley.auth.lockout.Origin;
import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.passwords.Passwords;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Mailed tokens, each good once and for a short time: 30 minutes to reset a password, a day to verify an address. */
@ApplicationScoped
class RecoveryService {

    private final RecoveryRepository repository;
    private final Lockout lockout;
    private final Passwords passwords;
    private final Sealer sealer;

    RecoveryService(RecoveryRepository repository, Lockout lockout, Passwords passwords, Sealer sealer) {
        this.repository = repository;
        this.lockout = lockout;
        this.passwords = passwords;
        this.sealer = sealer;
    }

    /** Ends the same whether the address has an account, and whether it was asked for too often. */
    Uni<Void> ask(Purpose purpose, Origin origin) {
        return lockout.request(origin)
                .chain(allowed ->
                        allowed ? note(purpose, origin) : Uni.createFrom().voidItem());
    }

    private Uni<Void> note(Purpose purpose, Origin origin) {
        String token = OpaqueSecret.generate();
        return repository.ask(origin.email(), purpose, token, sealer.seal(token));
    }

    Uni<Void> verify(String token) {
        return repository.verify(token).invoke(RecoveryService::require).replaceWithVoid();
    }

    /** A lock ends with it: it is there for whoever does not know the password. */
    Uni<Void> reset(ResetPassword reset) {
        return repository
                .emailOf(reset.token())
                .map(found -> found.orElseThrow(RecoveryProblems.TOKEN_REFUSED::problem))
                .call(email -> resetPassword(reset, email))
                .chain(lockout::unlock);
    }

    private Uni<Boolean> resetPassword(ResetPassword reset, String email) {
        passwords.require(reset.password(), email);
        return passwords
                .hash(reset.password())
                .chain(hash -> repository.reset(reset.token(), hash))
                .invoke(RecoveryService::require);
    }

    private static void require(boolean good) {
        if (!good) {
            throw RecoveryProblems.TOKEN_REFUSED.problem();
        }
    }
}
