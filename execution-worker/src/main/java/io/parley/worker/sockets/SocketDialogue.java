package io.parley.worker.sockets;

import io.parley.contracts.Exchange;
import io.parley.contracts.WebSocketTarget;
import io.parley.platform.addresses.UnusableHost;
import io.parley.worker.answers.Answer;
import io.parley.worker.answers.JsonBody;
import io.parley.worker.answers.JsonParts;
import io.parley.worker.answers.Reports;
import io.parley.worker.answers.Words;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Opening;
import io.parley.worker.dialogues.TargetScope;
import io.parley.worker.http.HttpFailures;
import io.parley.worker.http.TargetUrl;
import io.parley.worker.templates.Escaping;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One conversation with an assistant on a WebSocket, which is taken up at the first turn. */
final class SocketDialogue implements Dialogue {

    /** There is no status of an answer on a WebSocket. */
    private static final int OK = 200;

    private final SocketDriver driver;
    private final WebSocketTarget target;
    private final Opening opening;
    private @Nullable Socket socket;

    SocketDialogue(SocketDriver driver, WebSocketTarget target, Opening opening) {
        this.driver = driver;
        this.target = target;
        this.opening = opening;
    }

    @Override
    public Uni<Answer> say(String message, Scope variables, Duration timeout) {
        TargetScope scope = new TargetScope(message, opening.conversation(), opening.secrets(), variables);
        return connected(scope, timeout)
                .call(opening::paced)
                .chain(connection -> ask(connection, scope, timeout))
                .map(messages -> heard(message, messages))
                .onFailure(TooMuch.class)
                .transform(this::troubled);
    }

    private Answer heard(String message, Messages messages) {
        opening.slot().answered(messages.last());
        opening.deadline().extend(messages.silence());
        return answer(message, messages);
    }

    private Throwable troubled(Throwable failure) {
        opening.slot().troubled();
        return ((TooMuch) failure).failure();
    }

    @Override
    public @Nullable Map<String, String> reports() {
        return target.reports();
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
    }

    private Uni<Socket> connected(Scope scope, Duration timeout) {
        Socket open = socket;
        return open != null
                ? Uni.createFrom().item(open)
                : Uni.createFrom()
                        .item(() -> new Place(
                                TargetUrl.parseSocket(driver.templates().render(target.url(), scope, Escaping.URL)),
                                driver.calls().headers(target.headers(), scope)))
                        .chain(place -> connect(place, timeout))
                        .invoke(taken -> socket = taken);
    }

    private Uni<Socket> connect(Place place, Duration timeout) {
        return driver.addresses(place.url())
                .onFailure(UnusableHost.class)
                .transform(HttpFailures::unusable)
                .chain(addresses -> driver.connect(place.url(), place.headers(), addresses, limit(timeout)));
    }

    private Uni<Messages> ask(Socket connection, Scope scope, Duration timeout) {
        boolean lastOfCase = opening.deadline().left().compareTo(timeout) < 0;
        IntFunction<RuntimeException> onTimeout = messages -> new TooMuch(
                lastOfCase
                        ? SocketFailures.caseTimeout(connection.url())
                        : SocketFailures.answerTimeout(connection.url(), timeout, messages));
        return Uni.createFrom()
                .item(() -> driver.templates().render(target.message(), scope, Escaping.JSON))
                .chain(text -> Uni.createFrom()
                        .<Messages>emitter(heard -> Answering.start(
                                driver.vertx(), connection, text, target.end(), limit(timeout), onTimeout, heard))
                        .map(messages -> messages.to(opening.keepRequests() ? text : null)));
    }

    private Duration limit(Duration timeout) {
        Duration left = opening.deadline().left();
        return left.compareTo(timeout) < 0 ? left : timeout;
    }

    private Answer answer(String message, Messages messages) {
        JsonBody body = body(JsonParts.list(messages.texts()).toString());
        JsonBody reporting = body(JsonParts.merged(body.tree()).toString());
        Exchange exchange = new Exchange(
                message,
                Words.at(target.answer()).inEach(body, target.separator()),
                OK,
                messages.last(),
                1,
                messages.first(),
                Reports.read(target.reports(), reporting),
                null);
        return new Answer(exchange.withRequest(messages.request()), body);
    }

    private JsonBody body(String text) {
        return new JsonBody(text, driver.json().reader(), opening.secrets());
    }

    private record Place(TargetUrl url, Map<String, String> headers) {}
}
