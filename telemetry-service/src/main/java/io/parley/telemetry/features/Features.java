package io.parley.telemetry.features;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures of one session. A session too short for one leaves it empty, never zero. Requests are {@code user.message} and
 * {@code user.correction}; what follows a request does so until the next one.
 *
 * @param durationMs from the first event to the last; empty with fewer than two events
 * @param activeMs sum of the gaps between neighbouring events that are at most 60 s; empty with fewer than two events
 * @param eventsByType how many events of each type
 * @param turns requests that an {@code assistant.message} follows; empty without a request
 * @param gapMs gaps between neighbouring events; empty with fewer than two events
 * @param responseMs from a request to the first {@code assistant.message} that follows it; empty without an answer
 * @param errorRate share of requests that an {@code assistant.error} follows, 0 to 1; empty without a request
 * @param repeatRate share of the texts of requests, from the second on, that have nearly the words of the one before:
 *     Jaccard index of the sets of words at least 0.8; empty with fewer than two texts
 * @param correctionRate share of requests that are a {@code user.correction}; empty without a request
 * @param bargeIns {@code user.interruption}s; empty without an {@code assistant.message} to interrupt
 * @param abandoned whether it fell silent, without {@code session.ended}, before its last request was answered or
 *     the item last attempted was solved; empty without a request or attempt
 * @param hints {@code hint.given}s; empty without an item
 * @param items each item that was begun or attempted
 * @param firstTryRate share of attempted items whose first attempt was correct; empty without an attempt
 * @param persistence share of failed attempts that another attempt at the same item follows; empty without a failed one
 * @param timeOnTaskMs sum of the times of the items; empty if none has one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(targets = {Features.class, Quantiles.class, Item.class})
public record Features(
        @Nullable Long durationMs,
        @Nullable Long activeMs,
        Map<String, Long> eventsByType,
        @Nullable Long turns,
        @Nullable Quantiles gapMs,
        @Nullable Quantiles responseMs,
        @Nullable Double errorRate,
        @Nullable Double repeatRate,
        @Nullable Double correctionRate,
        @Nullable Long bargeIns,
        @Nullable Boolean abandoned,
        @Nullable Long hints,
        List<Item> items,
        @Nullable Double firstTryRate,
        @Nullable Double persistence,
        @Nullable Long timeOnTaskMs) {

    /** The version of these definitions; a change of one is a new version. */
    public static final int VERSION = 1;

    /** Computes them from the events of one session, which are in the order of time. */
    public static Features of(List<Happening> events) {
        return new FeatureComputation(events).compute();
    }
}
