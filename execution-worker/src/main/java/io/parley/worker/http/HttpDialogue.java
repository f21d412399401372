package io.parley.worker.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.Exchange;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Reported;
import io.parley.platform.addresses.UnusableHost;
import io.parley.worker.BrokenOff;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.grants.Slot;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One conversation's line to an HTTP target. Used by one turn at a time. */
public final class HttpDialogue {

    private final HttpDialogues driver;
    private final HttpTarget target;
    private final String conversation;
    private final Slot slot;
    private final Deadline deadline;
    private final Secrets secrets;

    HttpDialogue(
            HttpDialogues driver,
            HttpTarget target,
            String conversation,
            Slot slot,
            Deadline deadline,
            Secrets secrets) {
        this.driver = driver;
        this.target = target;
        this.conversation = conversation;
        this.slot = slot;
        this.deadline = deadline;
        this.secrets = secrets;
    }

    /**
     * Says something to the target and waits for its answer; fails with {@link BrokenOff} when there is none, or with
     * {@link io.parley.worker.templates.InvalidTemplate}.
     *
     * @param variables what the target's templates see besides message, conversation and secrets
     * @param timeout of one try
     */
    public Uni<Answer> say(String message, Scope variables, Duration timeout) {
        return Uni.createFrom()
                .item(() -> driver.calls().render(target, new TargetScope(message, conversation, secrets, variables)))
                .chain(call -> ask(call, timeout))
                .map(tried -> answer(message, tried))
                .onFailure(BrokenOff.class)
                .transform(this::redacted);
    }

    private Uni<Tried> ask(HttpCall call, Duration timeout) {
        return driver.addresses()
                .of(call.url().plainHost())
                .onFailure(UnusableHost.class)
                .transform(HttpFailures::unusable)
                .chain(addresses -> attempt(new Question(call, addresses, timeout), 1));
    }

    private Uni<Tried> attempt(Question question, int tries) {
        return paced().chain(() -> send(question, tries))
                .map(response -> new Tried(requireAnswer(question.call(), response), tries))
                .onFailure(TryFailed.class)
                .recoverWithUni(failure -> again(question, tries, failure));
    }

    /** Waiting for the target's rate is not the conversation's fault. */
    private Uni<Void> paced() {
        long since = System.nanoTime();
        return slot.pace().invoke(() -> deadline.extend(Duration.ofNanos(System.nanoTime() - since)));
    }

    /** Each try goes to the next of the host's addresses. */
    private Uni<HttpResponse> send(Question question, int tries) {
        HttpCall call = question.call();
        Duration left = deadline.left();
        boolean lastOfCase = left.compareTo(question.timeout()) < 0;
        if (!left.isPositive()) {
            return Uni.createFrom().failure(HttpFailures.caseTimeout(call));
        }
        return driver.send(
                call,
                question.addresses().get((tries - 1) % question.addresses().size()),
                lastOfCase ? left : question.timeout(),
                () -> lastOfCase ? HttpFailures.caseTimeout(call) : HttpFailures.turnTimeout(call, question.timeout()));
    }

    private HttpResponse requireAnswer(HttpCall call, HttpResponse response) {
        tell(response);
        if (response.isSuccess()) {
            return response;
        }
        BrokenOff failure = HttpFailures.status(call, response.status(), excerpt(response));
        if (response.isBusy()) {
            throw TryFailed.busy(failure, RetryAfter.parse(response.retryAfter(), Instant.now()));
        }
        throw failure;
    }

    /** How the target takes it decides how much more it gets. */
    private void tell(HttpResponse response) {
        if (response.isSuccess()) {
            slot.answered(response.latency());
        } else if (response.isTrouble()) {
            slot.troubled();
        }
    }

    private Uni<Tried> again(Question question, int tries, TryFailed failed) {
        Optional<Duration> pause = driver.retries().pause(failed, tries, deadline.left());
        if (pause.isEmpty()) {
            return Uni.createFrom().failure(failed.failure());
        }
        if (failed.wish() != null) {
            slot.holdBack(pause.get());
        }
        return driver.loops().pause(pause.get()).chain(() -> attempt(question, tries + 1));
    }

    private Answer answer(String message, Tried tried) {
        HttpResponse response = tried.response();
        JsonBody body = driver.body(response.body(), secrets);
        String answer = secrets.redact(target.answer() == null ? body.text() : textAt(target.answer(), body));
        Reported reported = Reports.read(target.reports(), body);
        slot.spent(Reports.tokens(reported));
        Exchange exchange = new Exchange(
                secrets.redact(message),
                answer,
                response.status(),
                response.latency(),
                tried.tries(),
                response.firstByte(),
                reported,
                null);
        return new Answer(exchange, body);
    }

    private static String textAt(String pointer, JsonBody body) {
        JsonNode found = body.tree().at(compiled(pointer));
        if (found.isMissingNode() || found.isNull()) {
            throw HttpFailures.answerMissing(pointer, body.excerpt());
        }
        return found.isTextual() ? found.textValue() : found.toString();
    }

    private static JsonPointer compiled(String pointer) {
        try {
            return JsonPointer.compile(pointer);
        } catch (IllegalArgumentException malformed) {
            throw HttpFailures.invalidPointer(pointer);
        }
    }

    private String excerpt(HttpResponse response) {
        return driver.body(response.body(), secrets).excerpt();
    }

    private BrokenOff redacted(BrokenOff failure) {
        return new BrokenOff(
                failure.failure().code(), secrets.redact(failure.failure().reason()));
    }

    private record Question(HttpCall call, List<InetAddress> addresses, Duration timeout) {}

    private record Tried(HttpResponse response, int tries) {}
}
