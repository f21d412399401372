package io.parley.e2e.traces;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes traces by OTLP over gRPC, and remembers which services had a part in each. */
public final class Collector implements AutoCloseable {

    private static final String PATH = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    /** Of a gRPC message: whether it is compressed, and its length. */
    private static final int PREFIX_BYTES = 5;

    private final Map<String, Set<String>> services = new ConcurrentHashMap<>();
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final HttpServer server = vertx.createHttpServer().requestHandler(this::take);

    private Collector() {}

    /** Starts on a free port of the loopback address. */
    public static Collector start() {
        Collector collector = new Collector();
        collector
                .server
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return collector;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** The services with a span in the trace, by its id in hexadecimal digits. */
    public Set<String> servicesIn(String trace) {
        return Set.copyOf(services.getOrDefault(trace, Set.of()));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            if (!PATH.equals(request.path())) {
                throw new IllegalStateException("not a request to export traces: " + request.path());
            }
            remember(message(body));
            request.response()
                    .putHeader("Content-Type", "application/grpc")
                    .putTrailer("grpc-status", "0")
                    .end(Buffer.buffer(new byte[PREFIX_BYTES]));
        });
    }

    private static ExportTraceServiceRequest message(Buffer body) {
        if (body.getByte(0) != 0) {
            throw new IllegalStateException("a compressed message");
        }
        try {
            return ExportTraceServiceRequest.parseFrom(body.getBytes(PREFIX_BYTES, body.length()));
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("no traces", malformed);
        }
    }

    private void remember(ExportTraceServiceRequest export) {
        for (ResourceSpans resource : export.getResourceSpansList()) {
            String service = service(resource);
            resource.getScopeSpansList().stream()
                    .flatMap(scope -> scope.getSpansList().stream())
                    .map(span -> hex(span.getTraceId()))
                    .forEach(trace -> services.computeIfAbsent(trace, first -> ConcurrentHashMap.newKeySet())
                            .add(service));
        }
    }

    private static String service(ResourceSpans spans) {
        return spans.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
