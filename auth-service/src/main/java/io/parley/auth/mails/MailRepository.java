package io.parley.auth.mails;

import io.parley.auth.pages.IdCursor;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MailRepository {

    /** $1 limit. Each try is put off twice as long as the one before, an hour at most. */
    private static final String CLAIM = """
            update mails set tries = tries + 1, due_at = now() + interval '2 minutes' * power(2, least(tries, 5))
            where id in (select id from mails where due_at <= now() order by due_at limit $1 for update skip locked)
            returning id, recipient, occasion, token, about, created_at
            """;

    private static final String REMOVE = """
            delete from mails where id = $1
            """;

    /** Nothing that a mail can be answered with is good for longer. */
    private static final String FORGET = """
            delete from mails where created_at < now() - interval '7 days'
            """;

    /** $1 the last mail of the page before or null, $2 limit. */
    private static final String PAGE = """
            select id, recipient, occasion, token, about, created_at
            from mails
            where $1::uuid is null or id < $1
            order by id desc
            limit $2
            """;

    private final Pool pool;

    MailRepository(Pool pool) {
        this.pool = pool;
    }

    /** Mails to send; for two minutes at least no other replica gets them. */
    Uni<List<WaitingMail>> claim(int most) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of(most)).map(rows -> Rows.list(rows, WaitingMail::of));
    }

    Uni<Void> remove(UUID mail) {
        return pool.preparedQuery(REMOVE).execute(Tuple.of(mail)).replaceWithVoid();
    }

    /** Takes away mails of more than a week ago and says how many. */
    Uni<Integer> forget() {
        return pool.preparedQuery(FORGET).execute().map(rows -> rows.rowCount());
    }

    /** The newest first. */
    Uni<List<WaitingMail>> list(int limit, @Nullable String after) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(IdCursor.parse(after), limit))
                .map(rows -> Rows.list(rows, WaitingMail::of));
    }
}
