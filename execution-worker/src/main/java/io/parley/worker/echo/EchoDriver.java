package io.parley.worker.echo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.EchoTarget;
import io.parley.contracts.Exchange;
import io.parley.worker.answers.Answer;
import io.parley.worker.answers.JsonBody;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Driver;
import io.parley.worker.dialogues.Opening;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Says again what was said; what it says can be captured at {@code $.message}. */
@ApplicationScoped
class EchoDriver implements Driver<EchoTarget> {

    private static final int OK = 200;

    private final ObjectMapper json;

    EchoDriver(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Class<EchoTarget> target() {
        return EchoTarget.class;
    }

    @Override
    public Dialogue open(EchoTarget target, Opening opening) {
        return (message, variables, timeout) -> opening.paced().map(paced -> echo(message));
    }

    private Answer echo(String message) {
        String body = json.createObjectNode().put("message", message).toString();
        return new Answer(new Exchange(message, message, OK, Duration.ZERO, 1), JsonBody.of(body, json.reader()));
    }
}
