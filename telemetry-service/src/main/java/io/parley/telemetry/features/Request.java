package io.parley.telemetry.features;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the subject asked for, and what happened until the next request.
 *
 * @param followedBy in the order of time, without requests
 */
record Request(Happening asked, List<Happening> followedBy) {

    /** The requests among events that are in the order of time. */
    static List<Request> among(List<Happening> events) {
        List<Request> requests = new ArrayList<>();
        for (Happening event : events) {
            if (event.isRequest()) {
                requests.add(new Request(event, new ArrayList<>()));
            } else if (!requests.isEmpty()) {
                requests.getLast().followedBy().add(event);
            }
        }
        return requests;
    }

    /** From the request to the first answer to it. */
    Optional<Duration> latency() {
        return followedBy.stream()
                .filter(event -> event.is(Vocabulary.ASSISTANT_MESSAGE))
                .findFirst()
                .map(answer -> Duration.between(asked.at(), answer.at()));
    }

    boolean isAnswered() {
        return latency().isPresent();
    }

    boolean hasFailed() {
        return followedBy.stream().anyMatch(event -> event.is(Vocabulary.ASSISTANT_ERROR));
    }
}
