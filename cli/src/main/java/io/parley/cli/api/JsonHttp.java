package io.parley.cli.api;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Requests and answers as JSON, every failure as an {@link ApiException}. */
final class JsonHttp implements AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final int UNAUTHORIZED = 401;

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final HttpClient client;
    private final URI address;
    private final @Nullable Authorization authorization;

    private JsonHttp(HttpClient client, URI address, @Nullable Authorization authorization) {
        this.client = client;
        this.address = address;
        this.authorization = authorization;
    }

    /** @param address scheme, host and port of the platform */
    static JsonHttp to(URI address) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .build();
        return new JsonHttp(client, address, null);
    }

    /** The same connections, every request with what proves its sender; it is renewed once where it is refused. */
    JsonHttp with(Authorization sender) {
        return new JsonHttp(client, address, sender);
    }

    <T> T get(String path, TypeReference<T> answer) {
        return send(request(path).GET(), answer);
    }

    <T> T post(String path, @Nullable Object body, TypeReference<T> answer) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(write(body));
        return send(request(path).header("Content-Type", "application/json").POST(publisher), answer);
    }

    /** Posts nothing to where there is nothing to answer. */
    void post(String path) {
        send(request(path).POST(BodyPublishers.noBody()), BodyHandlers.ofString());
    }

    <T> T postYaml(String path, String yaml, TypeReference<T> answer) {
        return send(
                request(path).header("Content-Type", "application/yaml").POST(BodyPublishers.ofString(yaml)), answer);
    }

    /** Writes the answer to a file, which is replaced; a refusal leaves it as it was. */
    void download(String path, Path file) {
        send(request(path).setHeader("Accept", "*/*").GET(), toFile(file));
    }

    <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unexpected) {
            throw ApiException.unreachable(
                    "What answers at " + address + " is not this version of Parley: " + unexpected.getOriginalMessage(),
                    unexpected);
        }
    }

    HttpClient client() {
        return client;
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(TO_ANSWER).header("Accept", "application/json");
    }

    private <T> T send(HttpRequest.Builder request, TypeReference<T> answer) {
        return read(send(request, BodyHandlers.ofString()), answer);
    }

    private String send(HttpRequest.Builder request, BodyHandler<String> handler) {
        HttpResponse<String> response = exchange(request, handler);
        if (response.statusCode() == UNAUTHORIZED && authorization != null && authorization.renew()) {
            response = exchange(request, handler);
        }
        if (!isSuccess(response.statusCode())) {
            throw ProblemDetails.exception(json, response.statusCode(), response.body());
        }
        return response.body();
    }

    private static BodyHandler<String> toFile(Path file) {
        return answer -> isSuccess(answer.statusCode())
                ? BodySubscribers.mapping(
                        BodySubscribers.ofFile(file, CREATE, WRITE, TRUNCATE_EXISTING), Path::toString)
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    private static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request, BodyHandler<String> handler) {
        if (authorization != null) {
            request.setHeader(Authorization.HEADER, authorization.value());
        }
        try {
            return client.send(request.build(), handler);
        } catch (IOException failure) {
            throw failure.getCause() instanceof FileSystemException unusable
                    ? ApiException.unreachable("Cannot write " + unusable.getMessage() + ".", unusable)
                    : ApiException.unreachable(
                            "Nothing answers at " + address + " (" + failure
                                    + "). Start the platform with ./parley up, or say"
                                    + " where it is with --url or PARLEY_URL.",
                            failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ApiException.unreachable("Stopped while waiting for " + address + ".", stopped);
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a request that is no JSON: " + body.getClass(), impossible);
        }
    }
}
