package io.parley.telemetry.intake;

import io.parley.contracts.TelemetryEvent;
import io.parley.platform.messaging.PublishFailed;
import io.parley.platform.problems.ProblemType;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * One request with an event on every line. Lines are read as they come and no faster than the broker confirms: while one
 * message is on its way the next one gathers, and once that is full the client has to wait. Lives on the event loop of
 * its connection.
 */
final class EventStream {

    private static final Logger LOG = Logger.getLogger(EventStream.class);

    private final HttpServerRequest request;
    private final StreamTally tally;
    private final Function<List<TelemetryEvent>, Uni<Void>> publish;
    private final UniEmitter<? super StreamTally> answer;
    private final LineSplitter splitter = new LineSplitter(StreamTally.MAX_LINE_BYTES);
    private boolean publishing;
    private boolean ended;
    private boolean failed;

    private EventStream(
            HttpServerRequest request,
            StreamTally tally,
            Function<List<TelemetryEvent>, Uni<Void>> publish,
            UniEmitter<? super StreamTally> answer) {
        this.request = request;
        this.tally = tally;
        this.publish = publish;
        this.answer = answer;
    }

    /** Completes when the stream is over and the broker has every event of it; fails as soon as it does not take one. */
    static Uni<StreamTally> read(
            HttpServerRequest request, StreamTally tally, Function<List<TelemetryEvent>, Uni<Void>> publish) {
        return Uni.createFrom().emitter(answer -> new EventStream(request, tally, publish, answer).start());
    }

    private void start() {
        request.handler(this::take);
        request.endHandler(over -> end());
        request.exceptionHandler(this::breakOff);
        request.resume();
    }

    private void take(Buffer part) {
        if (failed) {
            return; // the rest of a refused stream is read and thrown away, so that the client gets to its answer
        }
        splitter.split(part, tally::add);
        if (tally.isFull()) {
            request.pause();
        }
        proceed();
    }

    private void end() {
        splitter.finish(tally::add);
        ended = true;
        proceed();
    }

    private void proceed() {
        if (publishing || failed) {
            return;
        }
        List<TelemetryEvent> next = tally.next();
        if (!next.isEmpty()) {
            send(next);
        } else if (ended) {
            answer.complete(tally);
        }
    }

    private void send(List<TelemetryEvent> events) {
        publishing = true;
        var unused = publish.apply(events).subscribe().with(done -> confirmed(events), this::refused);
    }

    private void confirmed(List<TelemetryEvent> events) {
        publishing = false;
        tally.confirm(events);
        proceed();
        if (!ended && !tally.isFull()) {
            request.resume();
        }
    }

    private void refused(Throwable failure) {
        if (failure instanceof PublishFailed notTaken) {
            LOG.warnf("message=\"stream refused, the broker did not take its events\" reason=%s", notTaken.reason());
            fail(ProblemType.UNAVAILABLE.problem("The first " + tally.accepted()
                    + " valid events are safe. Send the others again, or all: none is stored twice."));
        } else {
            fail(failure);
        }
        request.resume();
    }

    private void breakOff(Throwable gone) {
        fail(ProblemType.MALFORMED.problem("The stream broke off."));
    }

    private void fail(Throwable failure) {
        failed = true;
        answer.fail(failure);
    }
}
