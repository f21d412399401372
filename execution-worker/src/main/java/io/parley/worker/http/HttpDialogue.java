package io.parley.worker.http;

import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.contracts.Exchange;
import io.parley.contracts.HttpTarget;
import io.parley.worker.answers.Answer;
import io.parley.worker.answers.JsonBody;
import io.parley.worker.answers.Reports;
import io.parley.worker.answers.Words;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Opening;
import io.parley.worker.dialogues.TargetScope;
import io.parley.worker.http.HttpLine.Received;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One conversation with an HTTP target. */
final class HttpDialogue implements Dialogue {

    private final HttpTarget target;
    private final Opening opening;
    private final HttpLine line;
    private final HttpCalls calls;
    private final ObjectReader reader;

    HttpDialogue(HttpTarget target, Opening opening, HttpLine line, HttpCalls calls, ObjectReader reader) {
        this.target = target;
        this.opening = opening;
        this.line = line;
        this.calls = calls;
        this.reader = reader;
    }

    @Override
    public Uni<Answer> say(String message, Scope variables, Duration timeout) {
        TargetScope scope = new TargetScope(message, opening.conversation(), opening.secrets(), variables);
        return Uni.createFrom()
                .item(() -> calls.render(target, scope))
                .chain(call -> line.send(call, timeout))
                .map(received -> answer(message, received));
    }

    @Override
    public @Nullable Map<String, String> reports() {
        return target.reports();
    }

    private Answer answer(String message, Received received) {
        HttpResponse response = received.response();
        JsonBody body = line.body(response, reader);
        Exchange exchange = new Exchange(
                message,
                Words.at(target.answer()).in(body),
                response.status(),
                response.latency(),
                received.tries(),
                response.firstByte(),
                Reports.read(target.reports(), body),
                null);
        return new Answer(exchange, body);
    }
}
