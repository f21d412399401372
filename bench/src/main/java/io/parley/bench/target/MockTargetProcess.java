package io.parley.bench.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A {@link MockTarget} in a JVM of its own, so that what it costs is told apart. */
public final class MockTargetProcess implements AutoCloseable {

    private final Process process;
    private final URI url;
    private final URI control;
    private final HttpClient client = HttpClient.newHttpClient();

    private MockTargetProcess(Process process, URI url, URI control) {
        this.process = process;
        this.url = url;
        this.control = control;
    }

    /** Starts it on free ports and returns when it answers. */
    public static MockTargetProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MockTarget.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (line == null) {
            throw new IOException("the mock target did not start");
        }
        JsonNode where = new ObjectMapper().readTree(line);
        return new MockTargetProcess(
                process,
                URI.create(where.get("url").textValue()),
                URI.create(where.get("control").textValue()));
    }

    public URI url() {
        return url;
    }

    public long pid() {
        return process.pid();
    }

    /** Delays every answer from now on. */
    public void delay(Duration delay) throws IOException, InterruptedException {
        order("PUT", "/delay?ms=" + delay.toMillis());
    }

    public void forget() throws IOException, InterruptedException {
        order("DELETE", "/received");
    }

    /** What it was asked since it last forgot, without the messages. */
    public Tally received() throws IOException, InterruptedException {
        return new ObjectMapper().readValue(order("GET", "/received"), Tally.class);
    }

    /** It ends with its standard input. */
    @Override
    public void close() throws IOException {
        client.close();
        process.getOutputStream().close();
        process.destroy();
    }

    private String order(String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(control.resolve(path))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the mock target refused " + path + ": " + answer.body());
        }
        return answer.body();
    }
}
