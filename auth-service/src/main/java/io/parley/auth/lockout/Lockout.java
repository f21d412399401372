package io.parley.auth.lockout;

import io.parley.platform.database.Rows;
import io.parley.platform.problems.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts tries to log in, for each account and for each network address. A try is counted before its password is looked
 * at, so that of many at once no more than the allowed number is: the last allowed one locks, and a right password
 * unlocks. While locked, no password is looked at, right or wrong; whether there is such an account makes no difference.
 *
 * <p>A lock lasts 15 minutes, and each further one within a day twice as long as the one before, at most a day. Tries are
 * forgotten after 15 minutes without another.
 */
@ApplicationScoped
public class Lockout {

    private static final int TRIES_OF_ACCOUNT = 5;

    /** A whole office can stand behind one address. */
    private static final int TRIES_OF_ADDRESS = 50;

    private final Pool pool;

    Lockout(Pool pool) {
        this.pool = pool;
    }

    /**
     * Counts a try and carries it out.
     *
     * @param verification whether the password is the right one
     * @param refused what the try fails with if it is not, or if the account or the address is locked
     */
    public Uni<Void> attempt(Origin origin, Supplier<Uni<Boolean>> verification, Supplier<Problem> refused) {
        return count(origin)
                .chain(counted -> verify(origin, counted, verification))
                .chain(right -> right ? forgive(origin) : Uni.createFrom().failure(refused::get));
    }

    /**
     * Counts something that anybody can ask for an account without a password, apart from tries to log in.
     *
     * @return whether it may be done: five times in a row for an account, and then not until the lock ends
     */
    public Uni<Boolean> request(Origin origin) {
        return count(origin.requestsFromNetwork(), TRIES_OF_ADDRESS)
                .chain(counted -> counted
                        ? count(origin.requestsForAccount(), TRIES_OF_ACCOUNT)
                        : Uni.createFrom().item(false));
    }

    /** Forgets the account's tries to log in, for whoever has proved to own it otherwise. */
    public Uni<Void> unlock(String email) {
        return pool.preparedQuery(LockoutSql.FORGET)
                .execute(Tuple.of(new Origin(email, "").account()))
                .replaceWithVoid();
    }

    /** Forgets whatever was counted for the address. */
    public Uni<Void> forget(String email) {
        return pool.preparedQuery(LockoutSql.FORGET)
                .execute(Tuple.of(new Origin(email, "").requestsForAccount()))
                .chain(() -> unlock(email));
    }

    /** What comes of counting a try. */
    private enum Counted {
        /** A password may be looked at. */
        OPEN,
        /** So it may, and it is the last one. */
        LAST,
        LOCKED
    }

    private Uni<Counted> count(Origin origin) {
        return count(origin.network(), TRIES_OF_ADDRESS)
                .chain(counted ->
                        counted ? countForAccount(origin) : Uni.createFrom().item(Counted.LOCKED));
    }

    private Uni<Counted> countForAccount(Origin origin) {
        return pool.preparedQuery(LockoutSql.COUNT_FOR_ACCOUNT)
                .execute(Tuple.of(origin.account(), TRIES_OF_ACCOUNT))
                .map(rows -> Rows.first(rows, row -> row.getBoolean("locked") ? Counted.LAST : Counted.OPEN))
                .map(counted -> counted.orElse(Counted.LOCKED));
    }

    private Uni<Boolean> verify(Origin origin, Counted counted, Supplier<Uni<Boolean>> verification) {
        return switch (counted) {
            case OPEN -> verification.get();
            case LAST -> verification.get().onItemOrFailure().call((right, failure) -> tellUnless(right, origin));
            case LOCKED -> Uni.createFrom().item(false);
        };
    }

    /** The last try locks until it turns out to be right, and only what stays locked is told. */
    private Uni<Void> tellUnless(@Nullable Boolean right, Origin origin) {
        return Boolean.TRUE.equals(right)
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(LockoutSql.TELL)
                        .execute(Tuple.of(origin.email()))
                        .replaceWithVoid();
    }

    private Uni<Boolean> count(Buffer subject, int most) {
        return pool.preparedQuery(LockoutSql.COUNT)
                .execute(Tuple.of(subject, most))
                .map(Lockout::counted);
    }

    /** The account's tries begin anew, those of the address are one less: its other users are no concern of this one. */
    private Uni<Void> forgive(Origin origin) {
        return pool.preparedQuery(LockoutSql.FORGET)
                .execute(Tuple.of(origin.account()))
                .chain(() -> pool.preparedQuery(LockoutSql.TAKE_BACK).execute(Tuple.of(origin.network())))
                .replaceWithVoid();
    }

    private static boolean counted(RowSet<Row> rows) {
        return rows.iterator().hasNext();
    }
}
