package io.parley.worker.sockets;

import io.parley.worker.BrokenOff;
import io.parley.worker.http.TargetUrl;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Every way in which an assistant on a WebSocket fails: the code, and the sentence that people read. */
final class SocketFailures {

    private SocketFailures() {}

    /** There is no connection to an address of the host; a certificate would be no better at another one. */
    static RuntimeException notConnected(TargetUrl url, Throwable cause) {
        BrokenOff failure = unreachable(url, cause);
        return isTls(cause) ? failure : new NotConnected(failure);
    }

    private static boolean isTls(Throwable cause) {
        return cause instanceof SSLException || cause.getCause() instanceof SSLException;
    }

    static BrokenOff unreachable(TargetUrl url, Throwable cause) {
        return isTls(cause)
                ? new BrokenOff(
                        "target-tls-failed",
                        "no secure connection to %s: %s; its certificate must be valid for the host"
                                .formatted(url.asSocket(), detail(cause)))
                : new BrokenOff(
                        "target-unreachable",
                        "no connection to %s: %s; is the target running at this address?"
                                .formatted(url.asSocket(), detail(cause)));
    }

    static BrokenOff noHandshake(TargetUrl url, Throwable cause) {
        return new BrokenOff(
                "target-status",
                "%s did not take up the WebSocket: %s; the target's URL and headers are not what it wants"
                        .formatted(url.asSocket(), detail(cause)));
    }

    static BrokenOff connectTimeout(TargetUrl url, Duration limit) {
        return new BrokenOff(
                "turn-timeout", "%s took up no WebSocket within %s".formatted(url.asSocket(), seconds(limit)));
    }

    static BrokenOff closed(TargetUrl url) {
        return new BrokenOff(
                "target-unreachable",
                "%s closed the connection before its answer was complete".formatted(url.asSocket()));
    }

    static BrokenOff answerTimeout(TargetUrl url, Duration limit, int messages) {
        return new BrokenOff(
                "turn-timeout",
                "%s gave no complete answer within %s (%d messages came); answer faster, raise the case's timeout, or correct the target's rule for the end of an answer"
                        .formatted(url.asSocket(), seconds(limit), messages));
    }

    static BrokenOff caseTimeout(TargetUrl url) {
        return new BrokenOff(
                "case-timeout",
                "the time of the whole conversation was over before %s answered; answer faster or raise the case's timeout"
                        .formatted(url.asSocket()));
    }

    static BrokenOff tooLarge(TargetUrl url, int limit) {
        return new BrokenOff(
                "answer-too-large",
                "the answer of %s is longer than %,d characters; no more than that is read"
                        .formatted(url.asSocket(), limit));
    }

    static BrokenOff tooManyMessages(TargetUrl url, int limit) {
        return new BrokenOff(
                "answer-too-large",
                "the answer of %s has more than %,d messages; no more than that are read"
                        .formatted(url.asSocket(), limit));
    }

    static BrokenOff invalidPattern(String complaint) {
        return new BrokenOff("target-end-invalid", "the target's pattern for the end of an answer " + complaint);
    }

    private static String detail(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
