package io.parley.telemetry.features;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Computes the {@link Features} of one session, whose definitions stand there. */
final class FeatureComputation {

    /** A longer gap is a pause, in which nobody was at it. */
    private static final Duration LONGEST_ACTIVE_GAP = Duration.ofSeconds(60);

    private final List<Happening> events;
    private final List<Duration> gaps;
    private final List<Request> requests;
    private final List<Item> items;

    FeatureComputation(List<Happening> events) {
        this.events = events;
        this.gaps = IntStream.range(1, events.size())
                .mapToObj(next -> Duration.between(
                        events.get(next - 1).at(), events.get(next).at()))
                .toList();
        this.requests = Request.among(events);
        this.items = Item.among(events);
    }

    Features compute() {
        return new Features(
                gaps.isEmpty() ? null : sum(gaps),
                gaps.isEmpty() ? null : sum(active(gaps)),
                events.stream().collect(Collectors.groupingBy(Happening::type, TreeMap::new, Collectors.counting())),
                requests.isEmpty() ? null : count(requests, Request::isAnswered),
                Quantiles.of(gaps),
                Quantiles.of(requests.stream()
                        .flatMap(request -> request.latency().stream())
                        .toList()),
                share(requests, Request::hasFailed),
                repeatRate(),
                share(requests, request -> request.asked().is(Vocabulary.USER_CORRECTION)),
                number(Vocabulary.ASSISTANT_MESSAGE) == 0 ? null : number(Vocabulary.USER_INTERRUPTION),
                abandoned(),
                items.isEmpty() ? null : number(Vocabulary.HINT_GIVEN),
                items,
                share(attempted(), item -> Boolean.TRUE.equals(item.solvedAtFirst())),
                persistence(),
                timeOnTask());
    }

    private static List<Duration> active(List<Duration> gaps) {
        return gaps.stream()
                .filter(gap -> gap.compareTo(LONGEST_ACTIVE_GAP) <= 0)
                .toList();
    }

    private @Nullable Double repeatRate() {
        List<String> texts = requests.stream()
                .map(request -> request.asked().text())
                .filter(Objects::nonNull)
                .toList();
        return share(
                IntStream.range(1, texts.size()).boxed().toList(),
                next -> Wording.isNearlyTheSame(texts.get(next - 1), texts.get(next)));
    }

    private @Nullable Boolean abandoned() {
        List<Item> attempted = attempted();
        if (requests.isEmpty() && attempted.isEmpty()) {
            return null;
        }
        boolean unanswered = !requests.isEmpty() && !requests.getLast().isAnswered();
        return number(Vocabulary.SESSION_ENDED) == 0 && (unanswered || isLastAttemptedUnsolved());
    }

    private boolean isLastAttemptedUnsolved() {
        return attempts().stream()
                .reduce((earlier, later) -> later)
                .map(last -> items.stream()
                        .anyMatch(item -> item.item().equals(last.item()) && !Boolean.TRUE.equals(item.solved())))
                .orElse(false);
    }

    /** Attempts at items, from the last one back: what was attempted later is known when an earlier one is looked at. */
    private @Nullable Double persistence() {
        Set<String> attemptedLater = new HashSet<>();
        long followed = 0;
        long failures = 0;
        for (Happening attempt : attempts().reversed()) {
            boolean isFollowed = !attemptedLater.add(Objects.requireNonNull(attempt.item()));
            if (!attempt.correct()) {
                failures++;
                followed += isFollowed ? 1 : 0;
            }
        }
        return failures == 0 ? null : (double) followed / failures;
    }

    private @Nullable Long timeOnTask() {
        List<Long> times =
                items.stream().map(Item::timeMs).filter(Objects::nonNull).toList();
        return times.isEmpty()
                ? null
                : times.stream().mapToLong(Long::longValue).sum();
    }

    private List<Item> attempted() {
        return items.stream().filter(item -> item.attempts() > 0).toList();
    }

    private List<Happening> attempts() {
        return events.stream()
                .filter(event -> event.is(Vocabulary.ITEM_ATTEMPTED) && event.item() != null)
                .toList();
    }

    private long number(String type) {
        return count(events, event -> event.is(type));
    }

    private static long sum(List<Duration> durations) {
        return durations.stream().reduce(Duration.ZERO, Duration::plus).toMillis();
    }

    private static <T> long count(List<T> all, Predicate<T> condition) {
        return all.stream().filter(condition).count();
    }

    private static <T> @Nullable Double share(List<T> all, Predicate<T> condition) {
        return all.isEmpty() ? null : (double) count(all, condition) / all.size();
    }
}
