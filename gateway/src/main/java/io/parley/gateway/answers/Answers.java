package io.parley.gateway.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemBody;
import io.parley.platform.problems.ProblemType;
import io.parley.platform.requests.RequestIds;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Answers requests with problem details where they get no further. */
@ApplicationScoped
public class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    /** How long a client may go on sending a body that nobody reads, so that it gets to read the answer. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final ObjectMapper json;

    Answers(Vertx vertx, ObjectMapper json) {
        this.vertx = vertx;
        this.json = json;
    }

    /**
     * Answers with the problem that a failure is; nothing happens when there is an answer on its way already. After a
     * request that is malformed or too slow its connection is closed: nobody knows where the next one begins.
     */
    public void fail(HttpServerRequest request, Throwable failure) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        Problem problem = failure instanceof Problem known ? known : unforeseen(request, failure);
        switch (problem.type().status()) {
            case 401 -> response.putHeader("WWW-Authenticate", "Bearer");
            case 503 -> response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            default -> {}
        }
        response.setStatusCode(problem.type().status()).putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
        if (GatewayProblems.LAST_ON_THEIR_CONNECTION.contains(problem.type()) && !HangUp.sharesItsConnection(request)) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end(body(problem, RequestIds.of(request)))
                    .onComplete(over -> request.connection().close());
            flush(request.connection());
        } else {
            discardBody(request);
            response.end(body(problem, RequestIds.of(request)));
        }
    }

    /** The server closes the connection itself when it meets malformed chunks, and would leave behind what it holds back until then. */
    private static void flush(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            base.channelHandlerContext().flush();
        }
    }

    /** The connection can carry the next request once this one's body is over; a long one ends the connection. */
    private void discardBody(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(LINGER.toMillis(), late -> HangUp.on(request));
        request.handler(unread -> {});
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(over -> vertx.cancelTimer(timer));
        request.resume();
    }

    private static Problem unforeseen(HttpServerRequest request, Throwable failure) {
        LOG.errorf(failure, "message=\"request failed\" method=%s path=%s", request.method(), request.path());
        return new ProblemType("internal", 500, "Something went wrong on our side").problem();
    }

    private Buffer body(Problem problem, String requestId) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem.body(requestId)));
        } catch (JsonProcessingException aRecordOfTexts) {
            throw new IllegalStateException(aRecordOfTexts);
        }
    }
}
