package io.parley.telemetry.days;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The days, in UTC, that the event table has partitions for. */
@ApplicationScoped
public class Days {

    private static final int AHEAD = 7;

    /** Events may wait on the broker while their last day passes. */
    private static final Duration GRACE = Duration.ofDays(2);

    private final Pool pool;
    private final Retention retention;
    private final Clock clock;
    private final Set<LocalDate> open = ConcurrentHashMap.newKeySet();

    Days(Pool pool, Retention retention, Clock clock) {
        this.pool = pool;
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
        return dropBefore(firstKept).call(() -> forgetBefore(firstKept));
    }

    private Uni<Integer> dropBefore(LocalDate day) {
        return pool.preparedQuery("select drop_days($1)")
                .execute(Tuple.of(day))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    private Uni<?> forgetBefore(LocalDate day) {
        return pool.preparedQuery("delete from event_identity where day < $1").execute(Tuple.of(day));
    }
}
