package io.parley.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@GatewayTest
class FailuresTest {

    @Test
    void a_service_that_is_down_is_unavailable_for_now() {
        Client.known()
                .get("/api/v1/telemetry/events")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable"));
    }

    @Test
    void a_service_that_hangs_up_is_unavailable_for_now() {
        Client.known().get("/api/v1/runs/hangs-up").then().statusCode(503).body("code", equalTo("unavailable"));
    }

    @Test
    void a_service_that_stays_silent_times_out() {
        Client.known()
                .get("/api/v1/runs/silent")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("code", equalTo("upstream-timeout"));
    }

    @Test
    void an_answer_that_breaks_off_does_not_look_whole() throws IOException {
        String chunked = raw("/api/v1/runs/dies-chunked");
        String counted = raw("/api/v1/runs/dies");

        assertThat(chunked).startsWith("HTTP/1.1 200").contains("half of it").doesNotEndWith("0\r\n\r\n");
        assertThat(counted)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: 1000")
                .endsWith("half of it");
    }

    @Test
    void a_client_that_goes_away_takes_its_request_along() throws IOException {
        Client.known().get("/api/v1/runs/gone");
        try (Socket socket = Client.connect()) {
            socket.getOutputStream().write(request("/api/v1/runs/silent").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(Client.known().get("/api/v1/runs/gone").asString())
                                .isEqualTo("silent"));
    }

    private static String raw(String path) throws IOException {
        return Client.raw("GET " + path + " HTTP/1.1\nHost: x\nAuthorization: Bearer " + Client.token() + "\n\n");
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Client.token() + "\r\n\r\n";
    }
}
