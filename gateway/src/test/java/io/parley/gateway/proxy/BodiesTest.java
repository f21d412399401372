package io.parley.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class BodiesTest {

    private static final int MIB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({
        "/api/v1/runs, 1048576",
        "/api/v1/suites, 12582912",
        "/api/v1/imports, 12582912",
        "/api/v1/suites, 0",
        "/api/v1/runs, 1"
    })
    void a_body_up_to_the_limit_arrives_whole(String path, int size) throws IOException {
        byte[] body = random(size);
        CRC32 sum = new CRC32();
        sum.update(body);

        for (boolean chunked : new boolean[] {false, true}) {
            String answer = post(path, body, chunked, 200);

            assertThat(answer).contains("\"length\":" + size, "\"sum\":" + sum.getValue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/runs, 1048577",
        "/api/v1/suites, 12582913",
        "/api/v1/imports, 12582913",
        "/api/v1/runs, 30000000"
    })
    void a_larger_body_is_refused_whether_announced_or_not(String path, int size) throws IOException {
        for (boolean chunked : new boolean[] {false, true}) {
            String answer = post(path, random(size), chunked, 413);

            assertThat(answer).contains("\"code\":\"too-large\"");
        }
    }

    @Test
    void telemetry_takes_a_body_of_its_own_size() throws IOException {
        post("/api/v1/telemetry/events", random(3 * MIB / 2), false, 503);
        post("/api/v1/telemetry/events", random(3 * MIB / 2 + 1), false, 413);
    }

    @Test
    void a_stream_of_events_may_be_larger_than_any_other_body() throws IOException {
        post("/api/v1/telemetry/events/stream", random(13 * MIB), false, 503);
    }

    @Test
    void a_client_that_asks_first_need_not_send_what_is_too_large() throws IOException {
        String answer = Client.raw("POST /api/v1/runs HTTP/1.1\nHost: x\nAuthorization: Bearer " + Client.token()
                + "\nExpect: 100-continue\nContent-Length: 30000000\n\n");

        assertThat(answer).startsWith("HTTP/1.1 413").doesNotContain("100 Continue");
    }

    @Test
    void a_client_that_asks_first_is_told_to_go_on() throws IOException {
        String answer = Client.raw(
                "POST /api/v1/runs HTTP/1.1\nHost: x\nAuthorization: Bearer " + Client.token()
                        + "\nExpect: 100-continue\nConnection: close\nContent-Length: 4\n\n",
                "body".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).startsWith("HTTP/1.1 100 Continue").contains("HTTP/1.1 200", "\"length\":4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/runs", "/api/v1/nowhere"})
    void a_connection_can_be_used_again_after_a_refusal(String path) throws IOException {
        String answer = Client.raw(
                "POST " + path + " HTTP/1.1\nHost: x\nContent-Length: 4\n\n",
                "body".getBytes(StandardCharsets.US_ASCII),
                ("GET /api/v1/runs HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + Client.token()
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).contains("HTTP/1.1 200").contains("\"length\":0");
    }

    @Test
    void a_large_answer_arrives_whole() throws IOException {
        HttpURLConnection connection = connect("/api/v1/runs/stream");

        try (InputStream body = connection.getInputStream()) {
            assertThat(body.readAllBytes()).hasSize(16 * MIB);
        }
    }

    @Test
    void an_answer_that_comes_before_the_body_is_through_is_passed_on() {
        Client.known()
                .body(random(MIB))
                .post("/api/v1/runs/early")
                .then()
                .statusCode(409)
                .body(equalTo("enough"));
    }

    private static String post(String path, byte[] body, boolean chunked, int status) throws IOException {
        HttpURLConnection connection = connect(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        if (chunked) {
            connection.setChunkedStreamingMode(8192);
        } else {
            connection.setFixedLengthStreamingMode(body.length);
        }
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        assertThat(connection.getResponseCode()).isEqualTo(status);
        try (InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpURLConnection connect(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + Client.port() + path).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + Client.token());
        connection.setRequestProperty("Content-Type", "application/octet-stream");
        connection.setReadTimeout(20_000);
        return connection;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
