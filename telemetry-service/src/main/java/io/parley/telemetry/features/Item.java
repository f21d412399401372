package io.parley.telemetry.features;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the subject worked on one item.
 *
 * @param item its name
 * @param attempts how many
 * @param solvedAtFirst whether the first attempt was correct; empty without one
 * @param solved whether some attempt was correct; empty without one
 * @param timeMs from its first {@code item.started} to its last attempt; empty without both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Item(
        String item,
        int attempts,
        @Nullable Boolean solvedAtFirst,
        @Nullable Boolean solved,
        @Nullable Long timeMs) {

    /** The items among events that are in the order of time, in the order in which they were begun. */
    static List<Item> among(List<Happening> events) {
        Map<String, List<Happening>> byItem = new LinkedHashMap<>();
        for (Happening event : events) {
            if (event.item() != null && (event.is(Vocabulary.ITEM_STARTED) || event.is(Vocabulary.ITEM_ATTEMPTED))) {
                byItem.computeIfAbsent(event.item(), first -> new ArrayList<>()).add(event);
            }
        }
        return byItem.entrySet().stream()
                .map(item -> of(item.getKey(), item.getValue()))
                .toList();
    }

    private static Item of(String item, List<Happening> events) {
        List<Happening> attempts = events.stream()
                .filter(event -> event.is(Vocabulary.ITEM_ATTEMPTED))
                .toList();
        if (attempts.isEmpty()) {
            return new Item(item, 0, null, null, null);
        }
        return new Item(
                item,
                attempts.size(),
                attempts.getFirst().correct(),
                attempts.stream().anyMatch(Happening::correct),
                time(events, attempts.getLast()));
    }

    private static @Nullable Long time(List<Happening> events, Happening lastAttempt) {
        return events.stream()
                .filter(event ->
                        event.is(Vocabulary.ITEM_STARTED) && !event.at().isAfter(lastAttempt.at()))
                .findFirst()
                .map(start -> Duration.between(start.at(), lastAttempt.at()).toMillis())
                .orElse(null);
    }
}
