package io.parley.telemetry.days;

import io.parley.platform.eventloops.EventLoops;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The days, in UTC, that the event table has partitions for. */
@ApplicationScoped
public class Days {

    private static final int AHEAD = 7;

    /** Events may wait on the broker while their last day passes. */
    private static final Duration GRACE = Duration.ofDays(2);

    /** The second condition says it, the first one finds it. */
    private static final String FORGET_SESSIONS = "delete from session where first_at < $1 and last_at < $1";

    private static final String FORGET_READS = "delete from personal_read where read_at < $1";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int MAX_TRIES = 30;

    private final Pool pool;
    private final EventLoops loops;
    private final Retention retention;
    private final Clock clock;
    private final Set<LocalDate> open = ConcurrentHashMap.newKeySet();

    Days(Pool pool, EventLoops loops, Retention retention, Clock clock) {
        this.pool = pool;
        this.loops = loops;
        this.retention = retention;
        this.clock = clock;
    }

    /** Makes sure that events of these days can be inserted; asks the database only about days not asked about yet. */
    public Uni<Void> open(Collection<LocalDate> days) {
        LocalDate[] unknown =
                days.stream().filter(day -> !open.contains(day)).distinct().toArray(LocalDate[]::new);
        if (unknown.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery("select open_days($1)")
                .execute(Tuple.of(unknown))
                .invoke(() -> open.addAll(List.of(unknown)))
                .replaceWithVoid();
    }

    /** Opens today and the days after it. */
    Uni<Void> openAhead() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return open(Stream.iterate(today, day -> day.plusDays(1)).limit(AHEAD).toList());
    }

    /** Drops the days that are over their retention, with their counts and identities; answers how many. */
    Uni<Integer> dropExpired() {
        LocalDate firstKept =
                LocalDate.ofInstant(clock.instant().minus(retention.duration()).minus(GRACE), ZoneOffset.UTC);
        open.removeIf(day -> day.isBefore(firstKept));
        return expiredBefore(firstKept).chain(this::dropAll).call(() -> forgetBefore(firstKept));
    }

    private Uni<List<LocalDate>> expiredBefore(LocalDate day) {
        return pool.preparedQuery("select expired_days($1) as day")
                .execute(Tuple.of(day))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLocalDate("day"))
                        .toList());
    }

    /** Each in a transaction of its own, so that writers never wait for more than one. */
    private Uni<Integer> dropAll(List<LocalDate> days) {
        return Multi.createFrom()
                .iterable(days)
                .onItem()
                .transformToUniAndConcatenate(this::drop)
                .collect()
                .with(Collectors.summingInt(dropped -> dropped ? 1 : 0));
    }

    /** Somebody who reads or writes for long is in the way again and again; an hour later there is another try. */
    private Uni<Boolean> drop(LocalDate day) {
        return pool.preparedQuery("select drop_day($1)")
                .execute(Tuple.of(day))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .onFailure(Days::isInUse)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withExecutor(loops.clock())
                .atMost(MAX_TRIES);
    }

    private static boolean isInUse(Throwable failure) {
        return failure instanceof PgException refused && refused.getSqlState().equals(LOCK_NOT_AVAILABLE);
    }

    private Uni<?> forgetBefore(LocalDate day) {
        return pool.preparedQuery("delete from event_identity where day < $1")
                .execute(Tuple.of(day))
                .chain(() -> forgetBefore(day, FORGET_SESSIONS))
                .chain(() -> forgetBefore(day, FORGET_READS));
    }

    private Uni<?> forgetBefore(LocalDate day, String statement) {
        return pool.preparedQuery(statement).execute(Tuple.of(day.atStartOfDay().atOffset(ZoneOffset.UTC)));
    }
}
