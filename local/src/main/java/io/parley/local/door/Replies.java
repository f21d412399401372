package io.parley.local.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.problems.InputMistakes;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemBody;
import io.parley.platform.problems.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers as JSON, and every failure as problem details. */
final class Replies {

    static final int DEFECT = 500;

    /** There is one log and one caller. */
    private static final String NO_REQUEST_ID = "";

    private static final Logger LOG = Logger.getLogger(Replies.class);
    private static final ProblemType INTERNAL =
            new ProblemType("internal", DEFECT, "The process has a defect; its standard error says more");

    private final ObjectMapper json;

    Replies(ObjectMapper json) {
        this.json = json;
    }

    /** Where the answer is known at once. */
    Handler<RoutingContext> now(Function<RoutingContext, Object> work) {
        return request -> send(request, "application/json", work.apply(request));
    }

    /** Where the answer takes a while. */
    Handler<RoutingContext> later(Function<RoutingContext, Uni<?>> work) {
        return request -> {
            var unused = work.apply(request)
                    .subscribe()
                    .with(answer -> send(request, "application/json", answer), request::fail);
        };
    }

    void text(RoutingContext request, Uni<String> text) {
        var unused = text.subscribe().with(request::end, request::fail);
    }

    void failed(RoutingContext request) {
        Problem problem = problem(request.failure());
        ObjectNode told = json.valueToTree(problem.body(NO_REQUEST_ID));
        told.remove("requestId");
        request.response().setStatusCode(problem.type().status());
        send(request, ProblemBody.MEDIA_TYPE, told);
    }

    static Problem malformed(JsonProcessingException failure) {
        return failure instanceof JsonMappingException misfit
                ? ProblemType.INVALID_INPUT.problem(List.of(InputMistakes.of(misfit)))
                : ProblemType.MALFORMED.problem("not well-formed JSON");
    }

    private static Problem problem(@Nullable Throwable failure) {
        if (failure instanceof Problem told) {
            return told;
        }
        LOG.error("message=\"a request failed\"", failure);
        return INTERNAL.problem();
    }

    private void send(RoutingContext request, String mediaType, Object answer) {
        try {
            request.response().putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
            var unused = request.end(json.writeValueAsString(answer));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer that is no JSON", impossible);
        }
    }
}
