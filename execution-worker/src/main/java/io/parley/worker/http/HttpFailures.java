package io.parley.worker.http;

import io.parley.platform.addresses.UnusableHost;
import io.parley.worker.BrokenOff;
import java.time.Duration;
import java.util.Locale;

/** Every way in which an HTTP target fails: the code, and the sentence that people read. */
public final class HttpFailures {

    private HttpFailures() {}

    static BrokenOff invalidUrl(String url) {
        return new BrokenOff(
                "target-url-invalid",
                "'%s' is no URL to send a message to; the target's URL must look like https://host/path"
                        .formatted(url));
    }

    static BrokenOff invalidSocketUrl(String url) {
        return new BrokenOff(
                "target-url-invalid",
                "'%s' is no URL of a WebSocket; the target's URL must look like wss://host/path".formatted(url));
    }

    static BrokenOff invalidHeader(String name, String problem) {
        return new BrokenOff(
                "target-header-invalid", "the target's header '%s' cannot be sent: %s".formatted(name, problem));
    }

    /** A host that nothing connects to. */
    public static BrokenOff unusable(UnusableHost host) {
        return switch (host.reason()) {
            case UNRESOLVED ->
                new BrokenOff(
                        "target-unresolved", host.getMessage() + "; correct the target's URL or the host's DNS entry");
            case REFUSED -> new BrokenOff("target-address-refused", String.valueOf(host.getMessage()));
        };
    }

    static BrokenOff unreachable(HttpCall call, Throwable cause) {
        return new BrokenOff(
                "target-unreachable",
                "no connection to %s: %s; is the target running at this address?".formatted(call, detail(cause)));
    }

    static BrokenOff brokenOff(HttpCall call) {
        return new BrokenOff(
                "target-unreachable", "%s closed the connection before its answer was complete".formatted(call));
    }

    static BrokenOff tls(HttpCall call, Throwable cause) {
        return new BrokenOff(
                "target-tls-failed",
                "no secure connection to %s: %s; its certificate must be valid for the host"
                        .formatted(call, detail(cause)));
    }

    static BrokenOff notHttp(HttpCall call, Throwable cause) {
        return new BrokenOff("answer-not-http", "%s did not answer with HTTP/1.1: %s".formatted(call, detail(cause)));
    }

    static BrokenOff turnTimeout(HttpCall call, Duration timeout) {
        return new BrokenOff(
                "turn-timeout",
                "%s gave no complete answer within %s; answer faster or raise the case's timeout"
                        .formatted(call, seconds(timeout)));
    }

    static BrokenOff caseTimeout(HttpCall call) {
        return new BrokenOff(
                "case-timeout",
                "the time of the whole conversation was over before %s answered; answer faster or raise the case's timeout"
                        .formatted(call));
    }

    static BrokenOff status(HttpCall call, int status, String excerpt) {
        String hint = switch (status / 100) {
            case 3 -> "redirects are not followed; register the address it leads to";
            case 4 -> "the target's URL, headers or body are not what it wants";
            default -> "the target itself failed";
        };
        return new BrokenOff(
                "target-status",
                "%s answered with status %d instead of 2xx; %s%s".formatted(call, status, hint, said(excerpt)));
    }

    static BrokenOff answerTooLarge(HttpCall call, int limit) {
        return new BrokenOff(
                "answer-too-large",
                "the answer of %s is longer than %,d bytes; no more than that is read".formatted(call, limit));
    }

    private static String said(String excerpt) {
        return excerpt.isBlank() ? " (it is empty)" : "; it begins with: " + excerpt;
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
