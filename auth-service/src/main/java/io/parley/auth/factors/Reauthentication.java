package io.parley.auth.factors;

import io.parley.auth.lockout.Lockout;
import io.parley.auth.lockout.Origin;
import io.parley.auth.passwords.Passwords;
import io.parley.contracts.UserId;
import io.parley.platform.problems.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks who has a token already for password and second factor once more, before what a stolen token must not do. */
@ApplicationScoped
public class Reauthentication {

    private final FactorRepository repository;
    private final SecondFactor secondFactor;
    private final Passwords passwords;
    private final Lockout lockout;

    Reauthentication(FactorRepository repository, SecondFactor secondFactor, Passwords passwords, Lockout lockout) {
        this.repository = repository;
        this.secondFactor = secondFactor;
        this.passwords = passwords;
        this.lockout = lockout;
    }

    /**
     * Fails if they are not the user's. Counted as a login is: a stolen token is no way to guess a password or a code.
     *
     * @param code needed of users who have a second factor; without it they are told so
     * @param address of the caller in the network
     * @param refused what it fails with
     */
    public Uni<Void> require(
            UserId user, String password, @Nullable String code, String address, Supplier<Problem> refused) {
        return repository
                .password(user)
                .map(found -> found.orElseThrow(refused))
                .chain(known -> lockout.attempt(
                        new Origin(known.email(), address), () -> isRight(user, known, password, code), refused));
    }

    private Uni<Boolean> isRight(UserId user, PasswordOf known, String password, @Nullable String code) {
        return passwords
                .verify(password, Optional.of(known.hash()))
                .chain(right -> right
                        ? secondFactor.satisfied(user, code)
                        : Uni.createFrom().item(false));
    }
}
