package io.parley.worker.http;

import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.contracts.Exchange;
import io.parley.platform.addresses.UnusableHost;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.JsonBody;
import io.parley.worker.dialogues.Opening;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One conversation's line to a target over HTTP: sends a request to an address that was checked, at the target's rate, and
 * again where that can help. Used by one request at a time.
 */
public final class HttpLine {

    private final HttpLines lines;
    private final Opening opening;

    HttpLine(HttpLines lines, Opening opening) {
        this.lines = lines;
        this.opening = opening;
    }

    /**
     * The successful response to a request, or one to an earlier request that stands for it; fails with {@link BrokenOff} when
     * there is none.
     *
     * @param timeout of one try
     */
    public Uni<Received> send(HttpCall call, Duration timeout) {
        return opening.memory().isKept() ? recall(call, timeout) : ask(call, timeout);
    }

    /** The response holds a good answer, which may stand for others. */
    public void keep(Received received) {
        HttpResponse response = received.response();
        if (!response.cookies().isEmpty()) {
            opening.memory().forget();
        }
        if (opening.memory().isKept() && !received.cached()) {
            keep(response);
        }
    }

    /** What has a secret in it is in clear nowhere but here, and who reads on without it would read something else. */
    private void keep(HttpResponse response) {
        if (isFreeOfSecrets(response.body()) && isFreeOfSecrets(Escapes.resolved(response.body()))) {
            opening.memory().keep(response.kept());
        } else {
            opening.memory().forget();
        }
    }

    private boolean isFreeOfSecrets(String text) {
        return opening.secrets().redact(text).equals(text);
    }

    private Uni<Received> recall(HttpCall call, Duration timeout) {
        return opening.deadline()
                .uncounted(opening.memory().recall(call.identity()))
                .chain(kept -> kept.isPresent()
                        ? Uni.createFrom()
                                .item(() -> new Received(requestOf(call), HttpResponse.of(kept.get()), 1, true))
                        : ask(call, timeout));
    }

    private Uni<Received> ask(HttpCall call, Duration timeout) {
        return lines.addresses()
                .of(call.url().plainHost())
                .onFailure(UnusableHost.class)
                .transform(HttpFailures::unusable)
                .chain(addresses -> attempt(new Question(call, addresses, timeout), 1));
    }

    /** The text of a response as its body, free of the target's secrets. */
    public JsonBody body(String text, ObjectReader reader) {
        return new JsonBody(text, reader, opening.secrets());
    }

    private Uni<Received> attempt(Question question, int tries) {
        return opening.paced()
                .chain(() -> send(question, tries))
                .map(response -> new Received(
                        requestOf(question.call()), requireAnswer(question.call(), response), tries, false))
                .onFailure(TryFailed.class)
                .recoverWithUni(failure -> again(question, tries, failure));
    }

    private @Nullable String requestOf(HttpCall call) {
        return opening.keepRequests() ? call.shown(opening.secrets()::redact) : null;
    }

    /** Each try goes to the next of the host's addresses. */
    private Uni<HttpResponse> send(Question question, int tries) {
        HttpCall call = question.call();
        Duration left = opening.deadline().left();
        boolean lastOfCase = left.compareTo(question.timeout()) < 0;
        if (!left.isPositive()) {
            return Uni.createFrom().failure(HttpFailures.caseTimeout(call));
        }
        return lines.send(
                call,
                question.addresses().get((tries - 1) % question.addresses().size()),
                lastOfCase ? left : question.timeout(),
                () -> timedOut(
                        lastOfCase
                                ? HttpFailures.caseTimeout(call)
                                : HttpFailures.turnTimeout(call, question.timeout())));
    }

    private BrokenOff timedOut(BrokenOff failure) {
        opening.slot().troubled();
        return failure;
    }

    private HttpResponse requireAnswer(HttpCall call, HttpResponse response) {
        tell(response);
        if (response.isSuccess() || (call.mayRedirect() && response.isRedirect())) {
            return response;
        }
        String excerpt = JsonBody.excerpt(opening.secrets().redact(response.body()));
        BrokenOff failure = HttpFailures.status(call, response.status(), excerpt);
        if (response.isBusy()) {
            throw TryFailed.busy(failure, RetryAfter.parse(response.retryAfter(), Instant.now()));
        }
        throw failure;
    }

    /** How the target takes it decides how much more it gets. */
    private void tell(HttpResponse response) {
        if (response.isSuccess()) {
            opening.slot().answered(response.latency());
        } else if (response.isTrouble()) {
            opening.slot().troubled();
        }
    }

    private Uni<Received> again(Question question, int tries, TryFailed failed) {
        Optional<Duration> pause =
                lines.retries().pause(failed, tries, opening.deadline().left());
        if (pause.isEmpty()) {
            return Uni.createFrom().failure(failed.failure());
        }
        if (failed.wish() != null) {
            opening.slot().holdBack(pause.get());
        }
        return lines.loops().pause(pause.get()).chain(() -> attempt(question, tries + 1));
    }

    /**
     * What came back.
     *
     * @param request as it was sent, if it is to be kept
     * @param tries how often the request was sent
     * @param cached whether it was not sent, and this is the response to an earlier one
     */
    public record Received(@Nullable String request, HttpResponse response, int tries, boolean cached) {

        /** The turn that came of it, with what is to be known of the request. */
        public Exchange marked(Exchange exchange) {
            Exchange asked = exchange.withRequest(request);
            return cached ? asked.fromCache() : asked;
        }
    }

    private record Question(HttpCall call, List<InetAddress> addresses, Duration timeout) {}
}
