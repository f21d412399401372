package io.parley.auth.factors;

import io.parley.auth.lockout.Lockout;
import io.parley.auth.lockout.Origin;
import io.parley.auth.passwords.Passwords;
import io.parley.contracts.UserId;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The way of a second factor: enrolled with the password, confirmed with a first code, disabled with both. */
@ApplicationScoped
class FactorService {

    private final FactorRepository repository;
    private final Reauthentication reauthentication;
    private final Passwords passwords;
    private final Lockout lockout;
    private final Sealer sealer;
    private final Clock clock;

    FactorService(
            FactorRepository repository,
            Reauthentication reauthentication,
            Passwords passwords,
            Lockout lockout,
            Sealer sealer,
            Clock clock) {
        this.repository = repository;
        this.reauthentication = reauthentication;
        this.passwords = passwords;
        this.lockout = lockout;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Asked for at no login before it is confirmed; one that is not can be replaced. */
    Uni<EnrolledView> enrol(UserId user, Enrol enrol, String address) {
        Totp totp = Totp.generate();
        return attempt(user, address, known -> passwords.verify(enrol.password(), Optional.of(known.hash())))
                .call(known -> repository.enrol(user, sealer.seal(totp.text())).invoke(FactorService::requireEnrolled))
                .map(known -> new EnrolledView(totp.base32(), totp.uri(known.email())));
    }

    /** Logins ask for it from now on. */
    Uni<ConfirmedView> confirm(UserId user, String code, String address) {
        List<String> recoveryCodes = RecoveryCodes.generate();
        return attempt(user, address, known -> confirm(user, code, recoveryCodes))
                .map(known -> new ConfirmedView(recoveryCodes));
    }

    private Uni<Boolean> confirm(UserId user, String code, List<String> recoveryCodes) {
        return repository
                .find(user)
                .map(found ->
                        found.filter(factor -> !factor.confirmed()).orElseThrow(FactorProblems.NOT_ENROLLED::problem))
                .chain(factor -> confirm(user, factor, code, recoveryCodes));
    }

    private Uni<Boolean> confirm(UserId user, StoredFactor factor, String code, List<String> recoveryCodes) {
        OptionalLong step = Totp.parse(sealer.open(factor.secret())).stepOf(code.strip(), clock.instant());
        return step.isPresent()
                ? repository.confirm(user, factor.secret(), step.getAsLong(), recoveryCodes)
                : Uni.createFrom().item(false);
    }

    /** Recovery codes go with it. */
    Uni<Void> disable(UserId user, Disable disable, String address) {
        return reauthentication
                .require(user, disable.password(), disable.code(), address, FactorProblems.FACTOR_REFUSED::problem)
                .chain(() -> repository.disable(user))
                .invoke(FactorService::requireDisabled)
                .replaceWithVoid();
    }

    /** Counted as a login is: a stolen token is no way to guess a password or a code. */
    private Uni<PasswordOf> attempt(UserId user, String address, Function<PasswordOf, Uni<Boolean>> verification) {
        return repository
                .password(user)
                .map(found -> found.orElseThrow(FactorProblems.FACTOR_REFUSED::problem))
                .call(known -> lockout.attempt(
                        new Origin(known.email(), address),
                        () -> verification.apply(known),
                        FactorProblems.FACTOR_REFUSED::problem));
    }

    private static void requireEnrolled(boolean enrolled) {
        if (!enrolled) {
            throw FactorProblems.ENROLLED_ALREADY.problem();
        }
    }

    private static void requireDisabled(boolean disabled) {
        if (!disabled) {
            throw FactorProblems.NOT_ENROLLED.problem();
        }
    }
}
