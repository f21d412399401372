package io.parley.auth.factors;

import io.parley.contracts.UserId;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a login asks for besides the password, of users who have confirmed that they can give it. */
@ApplicationScoped
public class SecondFactor {

    private final FactorRepository repository;
    private final Sealer sealer;
    private final Clock clock;

    SecondFactor(FactorRepository repository, Sealer sealer, Clock clock) {
        this.repository = repository;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Whether a login with the right password goes on; a good code is used up by it. Without any code it fails with 401
     * {@code second-factor-needed} where one is asked for: who knows the password is told that much.
     *
     * @param code of the authenticator or a recovery code
     */
    public Uni<Boolean> satisfied(UserId user, @Nullable String code) {
        return repository
                .find(user)
                .chain(found -> found.filter(StoredFactor::confirmed)
                        .map(factor -> use(user, factor, code))
                        .orElseGet(() -> Uni.createFrom().item(true)));
    }

    private Uni<Boolean> use(UserId user, StoredFactor factor, @Nullable String code) {
        if (code == null) {
            return Uni.createFrom().failure(FactorProblems.SECOND_FACTOR_NEEDED::problem);
        }
        OptionalLong step = Totp.parse(sealer.open(factor.secret())).stepOf(code.strip(), clock.instant());
        return step.isPresent() ? repository.useStep(user, step.getAsLong()) : repository.useRecoveryCode(user, code);
    }
}
