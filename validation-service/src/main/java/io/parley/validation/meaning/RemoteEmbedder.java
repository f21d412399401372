package io.parley.validation.meaning;

import io.parley.platform.eventloops.EventLoops;
import io.parley.validation.assertions.Answer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Asks an API like OpenAI's ({@code POST /embeddings}). What it does not answer is unknown, after four tries in all. */
final class RemoteEmbedder implements Embedder {

    private static final Logger LOG = Logger.getLogger(RemoteEmbedder.class);
    private static final int AT_ONCE = 64;
    private static final int CONNECTIONS = 4;
    private static final int RETRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /** Behind so many characters common models refuse a text (8,191 tokens). */
    static final int MOST_CHARACTERS = 16_384;

    private final HttpClient client;
    private final String url;
    private final String model;
    private final EmbeddingSettings settings;
    private final EventLoops loops;

    private RemoteEmbedder(HttpClient client, String url, String model, EmbeddingSettings settings, EventLoops loops) {
        this.client = client;
        this.url = url;
        this.model = model;
        this.settings = settings;
        this.loops = loops;
    }

    /** @throws IllegalArgumentException if the settings name no model */
    static RemoteEmbedder of(String url, EmbeddingSettings settings, Vertx vertx, EventLoops loops) {
        String model = settings.model()
                .orElseThrow(() -> new IllegalArgumentException(
                        "PARLEY_VALIDATION_EMBEDDINGS_URL needs PARLEY_VALIDATION_EMBEDDINGS_MODEL beside it"));
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
        return new RemoteEmbedder(client, url.replaceAll("/+$", "") + "/embeddings", model, settings, loops);
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Uni<Map<MeaningOf, Answer<Meaning>>> embed(List<MeaningOf> needs) {
        List<Uni<Map<MeaningOf, Answer<Meaning>>>> shares = new ArrayList<>();
        for (int from = 0; from < needs.size(); from += AT_ONCE) {
            shares.add(share(needs.subList(from, Math.min(needs.size(), from + AT_ONCE))));
        }
        return Uni.join()
                .all(shares)
                .usingConcurrencyOf(CONNECTIONS)
                .andFailFast()
                .map(RemoteEmbedder::together);
    }

    private Uni<Map<MeaningOf, Answer<Meaning>>> share(List<MeaningOf> needs) {
        return ask(needs)
                .onFailure(EmbeddingFailed::mayPass)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .withExecutor(loops.clock())
                .atMost(RETRIES)
                .onFailure()
                .recoverWithItem(failure -> unknown(needs, failure));
    }

    private Uni<Map<MeaningOf, Answer<Meaning>>> ask(List<MeaningOf> needs) {
        return client.request(options())
                .chain(request -> send(request, needs))
                .map(body -> EmbeddingResponse.read(body.toString(), needs))
                .ifNoItem()
                .after(settings.timeout())
                .on(loops.clock())
                .failWith(() -> EmbeddingFailed.passing("no answer within " + settings.timeout()));
    }

    private Uni<Buffer> send(HttpClientRequest request, List<MeaningOf> needs) {
        settings.key().ifPresent(key -> request.putHeader("authorization", "Bearer " + key));
        request.putHeader("content-type", "application/json");
        return request.send(body(needs).encode()).chain(RemoteEmbedder::body);
    }

    private JsonObject body(List<MeaningOf> needs) {
        JsonArray input = new JsonArray();
        needs.forEach(need -> input.add(start(need.text())));
        return new JsonObject().put("model", model).put("input", input);
    }

    private RequestOptions options() {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .setTimeout(settings.timeout().toMillis());
    }

    private static Uni<Buffer> body(HttpClientResponse response) {
        return switch (response.statusCode()) {
            case 200 -> response.body();
            case 408, 425, 429, 500, 502, 503, 504 ->
                Uni.createFrom().failure(EmbeddingFailed.passing("it answers " + response.statusCode()));
            default -> Uni.createFrom().failure(EmbeddingFailed.lasting("it answers " + response.statusCode()));
        };
    }

    private static Map<MeaningOf, Answer<Meaning>> unknown(List<MeaningOf> needs, Throwable failure) {
        String cause = EmbeddingFailed.reason(failure);
        LOG.warnf("message=\"embeddings failed\" texts=%d cause=\"%s\"", needs.size(), cause);
        Map<MeaningOf, Answer<Meaning>> answers = new HashMap<>();
        needs.forEach(need -> answers.put(
                need,
                new Answer.Unknown<>("its meaning could not be found out: the embeddings endpoint failed, " + cause)));
        return answers;
    }

    static String start(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }

    private static Map<MeaningOf, Answer<Meaning>> together(List<Map<MeaningOf, Answer<Meaning>>> shares) {
        Map<MeaningOf, Answer<Meaning>> all = new HashMap<>();
        shares.forEach(all::putAll);
        return all;
    }
}
