package io.parley.local.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.contracts.Verdict;
import io.parley.local.runs.LocalResults;
import io.parley.local.runs.LocalRuns;
import io.parley.local.suites.LocalSuites;
import io.parley.run.exports.ExportRequest;
import io.parley.run.runs.StartRun;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of the platform's API that a run needs, at a port of this machine that nobody else is told of. It opens to a key only:
 * whoever could ask here could start programs.
 */
@ApplicationScoped
public class Door {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_PORT = 0;
    private static final int USUAL_PAGE = 50;

    private final Vertx vertx;
    private final LocalSuites suites;
    private final LocalRuns runs;
    private final LocalResults results;
    private final ObjectMapper json;
    private final Replies replies;
    private final DoorKey key = DoorKey.random();

    Door(Vertx vertx, LocalSuites suites, LocalRuns runs, LocalResults results, ObjectMapper json) {
        this.vertx = vertx;
        this.suites = suites;
        this.runs = runs;
        this.results = results;
        this.json = json;
        this.replies = new Replies(json);
    }

    /** Where it is and what opens it, with a blank between them. */
    public Uni<String> open() {
        return Uni.createFrom()
                .completionStage(() -> vertx.createHttpServer(new HttpServerOptions().setHost(LOOPBACK))
                        .requestHandler(router())
                        .listen(ANY_PORT)
                        .toCompletionStage())
                .map(server -> "http://%s:%d %s".formatted(LOOPBACK, server.actualPort(), key.text()));
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(key::require);
        router.route().handler(BodyHandler.create(false));
        router.post("/api/v1/suites").handler(replies.later(this::readSuite));
        router.post("/api/v1/imports").handler(replies.later(this::readFiles));
        router.post("/api/v1/runs").handler(replies.now(request -> runs.start(body(request, StartRun.class))));
        router.get("/api/v1/runs/:run").handler(replies.now(request -> results.run(run(request))));
        router.post("/api/v1/runs/:run/cancel").handler(replies.later(request -> runs.cancel(run(request))));
        router.get("/api/v1/runs/:run/summary").handler(replies.now(this::summary));
        router.get("/api/v1/runs/:run/executions").handler(replies.now(this::executions));
        router.get("/api/v1/runs/:run/executions/:execution").handler(replies.now(this::execution));
        router.get("/api/v1/exports").handler(this::export);
        return router.errorHandler(Replies.DEFECT, replies::failed);
    }

    private Uni<?> readSuite(RoutingContext request) {
        return suites.read(bytes(request));
    }

    private Uni<?> readFiles(RoutingContext request) {
        ForeignFiles files = body(request, ForeignFiles.class);
        return suites.readAll(files.format(), files.files());
    }

    private Object summary(RoutingContext request) {
        return results.gate(run(request))
                .<Map<String, Object>>map(gate -> Map.of("gate", gate))
                .orElseGet(Map::of);
    }

    private Object executions(RoutingContext request) {
        Verdict verdict = Verdict.valueOf(request.request().getParam("verdict", Verdict.FAIL.name()));
        int most = Integer.parseInt(request.request().getParam("limit", String.valueOf(USUAL_PAGE)));
        return Map.of("items", results.executions(run(request), verdict, most));
    }

    private Object execution(RoutingContext request) {
        return results.execution(run(request), new ExecutionId(UUID.fromString(request.pathParam("execution"))));
    }

    private void export(RoutingContext request) {
        List<String> ids = request.queryParam("run");
        ExportRequest wanted = ExportRequest.of(ids, request.request().getParam("format"));
        request.response().putHeader(HttpHeaders.CONTENT_TYPE, wanted.format().mediaType());
        replies.text(request, results.export(wanted));
    }

    private static byte[] bytes(RoutingContext request) {
        Buffer body = request.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }

    private static RunId run(RoutingContext request) {
        return new RunId(UUID.fromString(request.pathParam("run")));
    }

    private <T> T body(RoutingContext request, Class<T> type) {
        try {
            return json.readValue(bytes(request), type);
        } catch (JsonProcessingException malformed) {
            throw Replies.malformed(malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record ForeignFiles(@Nullable String format, Map<String, String> files) {}
}
