package io.parley.auth.factors;

import io.parley.contracts.UserId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Each method is one statement, so that of many calls with one code at most one uses it. */
@ApplicationScoped
class FactorRepository {

    private final Pool pool;

    FactorRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<StoredFactor>> find(UserId user) {
        return pool.preparedQuery(FactorSql.FIND)
                .execute(Tuple.of(user.value()))
                .map(rows -> Rows.first(rows, StoredFactor::of));
    }

    Uni<Optional<PasswordOf>> password(UserId user) {
        return pool.preparedQuery(FactorSql.CREDENTIALS)
                .execute(Tuple.of(user.value()))
                .map(rows -> Rows.first(rows, PasswordOf::of));
    }

    /** False: the user has a confirmed one. */
    Uni<Boolean> enrol(UserId user, String sealedSecret) {
        return changed(FactorSql.ENROL, Tuple.of(user.value(), sealedSecret));
    }

    /** False: it was confirmed or enrolled anew meanwhile. */
    Uni<Boolean> confirm(UserId user, String sealedSecret, long step, List<String> recoveryCodes) {
        Buffer[] hashes = recoveryCodes.stream().map(RecoveryCodes::hash).toArray(Buffer[]::new);
        return changed(FactorSql.CONFIRM, Tuple.of(user.value(), sealedSecret, step, hashes));
    }

    Uni<Boolean> useStep(UserId user, long step) {
        return changed(FactorSql.USE_STEP, Tuple.of(user.value(), step));
    }

    Uni<Boolean> useRecoveryCode(UserId user, String code) {
        return changed(FactorSql.USE_RECOVERY_CODE, Tuple.of(user.value(), RecoveryCodes.hash(code)));
    }

    /** False: there is none. */
    Uni<Boolean> disable(UserId user) {
        return changed(FactorSql.DISABLE, Tuple.of(user.value()));
    }

    private Uni<Boolean> changed(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).map(rows -> rows.rowCount() > 0);
    }
}
