package io.parley.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One caller of the API who sends it everything. */
public final class Fuzzer implements AutoCloseable {

    private static final int AT_ONCE = 16;

    /** More than what any answer may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final URI address;
    private final String token;
    private final Learnt learnt = new Learnt();
    private final RequestMaker maker;
    private final List<Operation> operations;
    private final FuzzReport report = new FuzzReport();

    /**
     * Starts with no request sent.
     *
     * @param address of the gateway
     * @param token to show
     * @param document the API's description
     * @param operations which of its operations to ask
     */
    public Fuzzer(URI address, String token, JsonNode document, Predicate<Operation> operations) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(AT_ONCE));
        this.address = address;
        this.token = token;
        this.maker = new RequestMaker(document, learnt);
        this.operations = Operation.all(document).stream().filter(operations).toList();
    }

    /** Sends so many requests. Each is the same for the same seed, but for ids that were learnt from answers. */
    public FuzzReport send(int requests, long seed) throws InterruptedException {
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            IntStream.range(0, requests)
                    .forEach(number -> senders.execute(() -> send(new Dice(seed + number), number)));
        }
        return report;
    }

    @Override
    public void close() {
        var unused = vertx.close();
    }

    /** Operations come in turn, so that each gets as many. */
    private void send(Dice dice, int number) {
        Operation operation = operations.get(number % operations.size());
        FuzzRequest request = maker.request(operation, dice);
        long since = System.nanoTime();
        try {
            exchange(request, since)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unanswered) {
            report.found(new Finding(request, "not answered: " + unanswered));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Future<Void> exchange(FuzzRequest request, long since) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.operation().method()))
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI(request.uri())
                .putHeader("Authorization", "Bearer " + token);
        request.headers().forEach(options::putHeader);
        return client.request(options)
                .compose(open -> sent(open, request.body()))
                .compose(answer -> answer.body().map(body -> judge(request, answer, body, since)));
    }

    private static Future<HttpClientResponse> sent(HttpClientRequest open, Buffer body) {
        return body.length() == 0 ? open.send() : open.send(body);
    }

    private Void judge(FuzzRequest request, HttpClientResponse answer, Buffer body, long since) {
        String text = body.toString(StandardCharsets.UTF_8);
        report.answered(request.operation(), answer.statusCode(), Duration.ofNanos(System.nanoTime() - since));
        Judgement.of(request.uri(), answer.statusCode(), answer.headers(), text)
                .ifPresent(wrong -> report.found(new Finding(request, wrong)));
        if (answer.statusCode() < 300) {
            learnt.learn(request.operation().subject(), text);
        }
        return null;
    }
}
