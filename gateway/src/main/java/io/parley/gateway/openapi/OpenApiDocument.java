package io.parley.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.gateway.proxy.UpstreamClient;
import io.parley.gateway.routes.Routes;
import io.parley.gateway.routes.Upstream;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The services' descriptions as one document, asked for when it is wanted and kept for a while. */
@ApplicationScoped
class OpenApiDocument {

    private static final Logger LOG = Logger.getLogger(OpenApiDocument.class);
    private static final String SOURCE = "/q/openapi?format=json";
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration KEPT_IF_PARTIAL = Duration.ofSeconds(5);

    private final UpstreamClient client;
    private final Routes routes;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    OpenApiDocument(UpstreamClient client, Routes routes, ObjectMapper json, Clock clock) {
        this.client = client;
        this.routes = routes;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(Buffer document, Instant until) {}

    /** The document as JSON, without the services that do not answer. */
    Future<Buffer> get() {
        Kept last = kept;
        return last != null && clock.instant().isBefore(last.until())
                ? Future.succeededFuture(last.document())
                : build();
    }

    private Future<Buffer> build() {
        List<Upstream> upstreams = routes.upstreams();
        List<Future<OpenApiPart>> parts = upstreams.stream().map(this::ask).toList();
        return Future.join(parts).transform(all -> Future.succeededFuture(merge(upstreams, parts)));
    }

    private Future<OpenApiPart> ask(Upstream upstream) {
        return client.call(upstream, HttpMethod.GET, SOURCE, Buffer.buffer())
                .map(answer -> new OpenApiPart(upstream.name(), parse(answer)))
                .onFailure(failure -> LOG.warnf(
                        "message=\"service not described\" service=%s reason=\"%s\"", upstream.name(), failure));
    }

    private ObjectNode parse(UpstreamClient.Answer answer) {
        try {
            JsonNode document = json.readTree(answer.body().getBytes());
            if (answer.status() == 200 && document instanceof ObjectNode object) {
                return object;
            }
            throw new IllegalStateException("no OpenAPI document, status " + answer.status());
        } catch (IOException malformed) {
            throw new IllegalStateException("no OpenAPI document", malformed);
        }
    }

    private Buffer merge(List<Upstream> upstreams, List<Future<OpenApiPart>> parts) {
        OpenApiMerge merge = new OpenApiMerge(this::isRouted, routes::isPublic);
        boolean complete = true;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).succeeded()) {
                merge.add(parts.get(i).result());
            } else {
                merge.addMissing(upstreams.get(i).name());
                complete = false;
            }
        }
        return keep(merge.document(), complete ? KEPT : KEPT_IF_PARTIAL);
    }

    private Buffer keep(ObjectNode document, Duration time) {
        try {
            Buffer bytes = Buffer.buffer(json.writeValueAsBytes(document));
            kept = new Kept(bytes, clock.instant().plus(time));
            return bytes;
        } catch (JsonProcessingException aTree) {
            throw new IllegalStateException(aTree);
        }
    }

    private boolean isRouted(String path, String service) {
        return routes.of(path)
                .filter(route -> route.upstream().name().equals(service))
                .isPresent();
    }
}
