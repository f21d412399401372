package io.parley.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.e2e.events.EventLedger;
import io.parley.e2e.events.EventSenders;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.DeadLetters;
import io.parley.e2e.runs.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What takes events and what it stands on goes away, one after the other, while they come; the launcher starts it again. */
@ExtendWith(SharedPlatform.class)
class EventFaultTest {

    private static final List<String> FALLING =
            List.of("telemetry-service", "rabbitmq", "postgresql", "telemetry-service");
    private static final Duration TO_BE_STORED = Duration.ofMinutes(2);

    private final Platform platform;

    EventFaultTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void each_of_two_hundred_thousand_events_is_stored_and_counted_once() throws Exception {
        platform.awaitWell();
        Map<String, Integer> deadBefore = DeadLetters.of(platform).waiting();
        Workspace workspace = Workspace.on(platform);

        try (EventSenders senders = new EventSenders(workspace.api())) {
            for (int fault = 1; fault <= FALLING.size(); fault++) {
                senders.awaitTaken(fault * EventSenders.BATCHES / (FALLING.size() + 1));
                platform.kill(FALLING.get(fault - 1));
            }
            senders.awaitAll();
        }
        platform.awaitWell();

        await("all are stored")
                .atMost(TO_BE_STORED)
                .until(() -> ledger(workspace).rows() >= EventSenders.DISTINCT);
        int sessions = EventSenders.DISTINCT / EventSenders.SESSION;
        int events = EventSenders.DISTINCT;
        assertThat(ledger(workspace)).isEqualTo(new EventLedger(events, events, events, events, events, sessions, 0));
        assertThat(DeadLetters.of(platform).waiting()).as("dead letters").isEqualTo(deadBefore);
    }

    private EventLedger ledger(Workspace workspace) {
        return EventLedger.of(workspace.id(), platform.servers());
    }
}
