package io.parley.worker.dialogues;

import io.parley.contracts.Exchange;
import io.parley.contracts.Failure;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.Answer;
import io.parley.worker.secrets.Secrets;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dialogue, whatever the kind of target, in whose words and failures no secret stands. */
record DiscreetDialogue(Dialogue dialogue, Secrets secrets) implements Dialogue {

    @Override
    public Uni<Answer> say(String message, Scope variables, Duration timeout) {
        return dialogue.say(message, variables, timeout)
                .map(this::redacted)
                .onFailure(BrokenOff.class)
                .transform(this::redacted);
    }

    @Override
    public @Nullable Map<String, String> reports() {
        return dialogue.reports();
    }

    @Override
    public void end() {
        dialogue.end();
    }

    @Override
    public void close() {
        dialogue.close();
    }

    private Answer redacted(Answer answer) {
        Exchange exchange = answer.exchange();
        String request = exchange.request();
        return new Answer(
                exchange.withWords(
                        secrets.redact(exchange.user()),
                        secrets.redact(exchange.answer()),
                        request == null ? null : secrets.redact(request)),
                answer.body());
    }

    private Throwable redacted(Throwable failure) {
        Failure said = ((BrokenOff) failure).failure();
        return new BrokenOff(said.code(), secrets.redact(said.reason()));
    }
}
