package io.parley.worker.recordings;

import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.contracts.Exchange;
import io.parley.contracts.Transcript;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.Answer;
import io.parley.worker.answers.JsonBody;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One conversation that was held before, given back turn by turn. */
final class Recording implements Dialogue {

    private final @Nullable Transcript transcript;
    private final int turns;
    private final Iterator<Exchange> exchanges;
    private final ObjectReader reader;

    Recording(@Nullable Transcript transcript, int turns, ObjectReader reader) {
        this.transcript = transcript;
        this.turns = turns;
        this.exchanges = (transcript == null ? List.<Exchange>of() : transcript.exchanges()).iterator();
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

    /** Turns may have been left out now that were held then. */
    @Override
    public void end() {
        if (transcript != null && exchanges.hasNext()) {
            throw RecordingFailures.heldThen(exchanges.next().user());
        }
    }

    private Answer answer(String message) {
        Transcript recorded = requireTranscript();
        if (!exchanges.hasNext()) {
            throw end(recorded);
        }
        Exchange exchange = exchanges.next();
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
