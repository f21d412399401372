package io.parley.worker.http;

import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.contracts.Exchange;
import io.parley.contracts.HttpTarget;
import io.parley.worker.answers.Answer;
import io.parley.worker.answers.JsonBody;
import io.parley.worker.answers.JsonParts;
import io.parley.worker.answers.Reports;
import io.parley.worker.answers.Words;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Opening;
import io.parley.worker.dialogues.TargetScope;
import io.parley.worker.http.HttpLine.Received;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One conversation with an HTTP target. */
final class HttpDialogue implements Dialogue {

    private final HttpTarget target;
    private final Opening opening;
    private final HttpLine line;
    private final HttpCalls calls;
    private final Logins logins;
    private final ObjectReader reader;
    private @Nullable HttpSession session;

    HttpDialogue(
            HttpTarget target, Opening opening, HttpLine line, HttpCalls calls, Logins logins, ObjectReader reader) {
        this.target = target;
        this.opening = opening;
        this.line = line;
        this.calls = calls;
        this.logins = logins;
        this.reader = reader;
    }

    @Override
    public Uni<Answer> say(String message, Scope variables, Duration timeout) {
        TargetScope scope = new TargetScope(message, opening.conversation(), opening.secrets(), variables);
        return session(variables, timeout).chain(begun -> ask(begun, scope, timeout));
    }

    @Override
    public @Nullable Map<String, String> reports() {
        return target.reports();
    }

    private Uni<HttpSession> session(Scope variables, Duration timeout) {
        HttpSession begun = session;
        return begun != null
                ? Uni.createFrom().item(begun)
                : opening.deadline()
                        .uncounted(logins.session(target, opening, line, variables, timeout))
                        .invoke(logged -> session = logged);
    }

    private Uni<Answer> ask(HttpSession begun, TargetScope scope, Duration timeout) {
        Words words = Words.at(target.answer());
        return Uni.createFrom()
                .item(() -> calls.render(target, new SessionScope(begun, scope))
                        .with(begun.cookies())
                        .begunBy(response -> hasBegun(words, response)))
                .chain(call -> line.send(call, timeout)
                        .invoke(received -> begun.cookies()
                                .take(call.url(), received.response().cookies())))
                .map(received -> answer(scope.message(), words, received));
    }

    /** An answer begins with its first byte, or in a stream of events with its first word. */
    private static boolean hasBegun(Words words, Buffer response) {
        return !EventStream.isBegunBy(response) || words.areInAny(EventStream.json(response.toString()));
    }

    private Answer answer(String message, Words words, Received received) {
        HttpResponse response = received.response();
        boolean streamed = response.isEventStream();
        JsonBody body = line.body(streamed ? EventStream.json(response.body()).toString() : response.body(), reader);
        JsonBody reporting = streamed ? line.body(JsonParts.merged(body.tree()).toString(), reader) : body;
        Exchange exchange = new Exchange(
                message,
                streamed ? words.inEach(body, "") : words.in(body),
                response.status(),
                response.latency(),
                received.tries(),
                response.firstByte(),
                Reports.read(target.reports(), reporting),
                null);
        return new Answer(exchange.withRequest(received.request()), body);
    }
}
