package io.parley.run.results;

import io.parley.contracts.ExecutionId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a result is of, and by which a second delivery is told. */
record Attempt(ExecutionId executionId, int number) {

    /** The events without those that are of the same attempt as an earlier one. */
    static <E> Collection<E> firstOfEach(List<E> events, Function<E, Attempt> attempt) {
        Map<Attempt, E> first = LinkedHashMap.newLinkedHashMap(events.size());
        events.forEach(event -> first.putIfAbsent(attempt.apply(event), event));
        return first.values();
    }
}
