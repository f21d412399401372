package io.parley.gateway.door;

import io.parley.gateway.answers.Answers;
import io.parley.gateway.answers.GatewayProblems;
import io.parley.platform.problems.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Refuses requests that two readers could understand in two ways: where they end, or whom they are for. The server below
 * refuses what it cannot read; this is what it would read somehow.
 */
@Singleton
final class Framing {

    /** After the request has its id. */
    private static final int BEFORE_ALL_ELSE = 9_000;

    private final Answers answers;

    Framing(Answers answers) {
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_ELSE);
    }

    private void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Optional<Problem> complaint = complaint(request.version(), request.headers());
        if (complaint.isPresent()) {
            answers.fail(request, complaint.get());
        } else {
            answerMalformedBody(request);
            routing.next();
        }
    }

    /** Chunks can turn out malformed before anybody reads the body. */
    private void answerMalformedBody(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            request.exceptionHandler(failure -> answers.fail(request, GatewayProblems.unreadable(failure)));
        }
    }

    static Optional<Problem> complaint(HttpVersion version, MultiMap headers) {
        if (headers.contains("")) {
            return malformed("A header has no name.");
        }
        if (headers.getAll(HttpHeaders.HOST).size() > 1) {
            return malformed("The header Host must be there once.");
        }
        List<String> encodings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        return encodings.isEmpty() ? Optional.empty() : complaint(version, headers, encodings);
    }

    private static Optional<Problem> complaint(HttpVersion version, MultiMap headers, List<String> encodings) {
        if (version != HttpVersion.HTTP_1_1) {
            return malformed("Only HTTP/1.1 knows Transfer-Encoding. Send a Content-Length.");
        }
        if (headers.contains(HttpHeaders.CONTENT_LENGTH)) {
            return malformed("Transfer-Encoding and Content-Length cannot both be there.");
        }
        return encodings.size() == 1 && encodings.getFirst().equalsIgnoreCase("chunked")
                ? Optional.empty()
                : malformed("Transfer-Encoding must be \"chunked\", once.");
    }

    private static Optional<Problem> malformed(String detail) {
        return Optional.of(GatewayProblems.malformed(detail));
    }
}
