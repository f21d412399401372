package io.parley.telemetry.storage;

import io.parley.platform.eventloops.EventLoops;
import io.parley.telemetry.days.Days;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores events exactly once, whatever was delivered before. */
@ApplicationScoped
class EventStore {

    /** Past this, larger statements gain nothing and hold locks longer. */
    private static final int MAX_ROWS = 2_000;

    /** A batch that takes longer is tried again; what it stored after all is then recognised. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Days days;
    private final EventTable table;
    private final StorageMetrics metrics;
    private final Clock clock;
    private final EventLoops loops;

    EventStore(Days days, EventTable table, StorageMetrics metrics, Clock clock, EventLoops loops) {
        this.days = days;
        this.table = table;
        this.metrics = metrics;
        this.clock = clock;
        this.loops = loops;
    }

    /** Completes when every event is stored; fails with some of them stored, and is then called again with all. */
    Uni<Void> store(List<StoredEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .group()
                .intoLists()
                .of(MAX_ROWS)
                .onItem()
                .transformToUniAndConcatenate(this::insert)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Integer> insert(List<StoredEvent> events) {
        return days.open(events.stream().map(StoredEvent::day).collect(Collectors.toSet()))
                .chain(() -> table.insert(distinct(events)))
                .ifNoItem()
                .after(PATIENCE)
                .on(loops.clock())
                .fail()
                .invoke(fresh -> metrics.inserted(events.size(), fresh, behind(events)));
    }

    /** The first of each identity; one statement must not meet the same event twice. */
    private static List<StoredEvent> distinct(List<StoredEvent> events) {
        Set<StoredEvent.Identity> met = HashSet.newHashSet(events.size());
        return events.stream().filter(event -> met.add(event.identity())).toList();
    }

    private Duration behind(List<StoredEvent> events) {
        Instant first = events.stream()
                .map(StoredEvent::receivedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return Duration.between(first, clock.instant());
    }
}
