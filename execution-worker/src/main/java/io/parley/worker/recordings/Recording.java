package io.parley.worker.recordings;

import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.contracts.Exchange;
import io.parley.contracts.Simulation;
import io.parley.contracts.Transcript;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.Answer;
import io.parley.worker.answers.JsonBody;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.simulation.User;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One conversation that was held before, given back turn by turn. Where the turns of the case end, the user goes on as the
 * recording does.
 */
public final class Recording implements Dialogue, User {

    private final @Nullable Transcript transcript;
    private final int turns;
    private final Deque<Exchange> exchanges;
    private final ObjectReader reader;

    Recording(@Nullable Transcript transcript, int turns, ObjectReader reader) {
        this.transcript = transcript;
        this.turns = turns;
        this.exchanges = new ArrayDeque<>(transcript == null ? List.of() : transcript.exchanges());
        this.reader = reader;
    }

    /**
     * What was answered to this message; fails with {@link BrokenOff} when something else was said then, and where the
     * recording ends, with the reason for which it does.
     */
    @Override
    public Uni<Answer> say(String message, Scope variables, Duration timeout) {
        return Uni.createFrom().item(() -> answer(message));
    }

    @Override
    public @Nullable Map<String, String> reports() {
        return transcript == null ? null : transcript.reports();
    }

    /** Turns may have been left out now that were held then. */
    @Override
    public void end() {
        if (!exchanges.isEmpty()) {
            throw RecordingFailures.heldThen(exchanges.element().user());
        }
    }

    @Override
    public Uni<Optional<String>> next(List<Exchange> held, Scope variables) {
        return Uni.createFrom().item(this::next);
    }

    @Override
    public @Nullable Simulation simulation() {
        return transcript == null ? null : transcript.simulation();
    }

    private Optional<String> next() {
        Transcript recorded = requireTranscript();
        if (recorded.simulation() == null && recorded.failure() == null) {
            throw RecordingFailures.notSimulated();
        }
        if (exchanges.isEmpty() && recorded.failure() != null) {
            throw RecordingFailures.asRecorded(recorded.failure());
        }
        return Optional.ofNullable(exchanges.peek()).map(Exchange::user);
    }

    private Answer answer(String message) {
        Transcript recorded = requireTranscript();
        if (exchanges.isEmpty()) {
            throw end(recorded);
        }
        Exchange exchange = exchanges.remove();
        if (!exchange.user().equals(message)) {
            throw RecordingFailures.otherMessage(message, exchange.user());
        }
        return new Answer(
                exchange, exchange.body() == null ? new UnrecordedBody() : JsonBody.of(exchange.body(), reader));
    }

    private Transcript requireTranscript() {
        if (transcript == null) {
            throw RecordingFailures.missing();
        }
        if (transcript.exchanges().size() > turns) {
            throw RecordingFailures.otherLength(turns, transcript.exchanges().size());
        }
        return transcript;
    }

    private BrokenOff end(Transcript recorded) {
        return recorded.failure() == null
                ? RecordingFailures.otherLength(turns, recorded.exchanges().size())
                : RecordingFailures.asRecorded(recorded.failure());
    }
}
