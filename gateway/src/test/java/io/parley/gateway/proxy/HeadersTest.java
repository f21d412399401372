package io.parley.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import io.restassured.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@GatewayTest
class HeadersTest {

    @Test
    void ordinary_headers_pass() {
        Client.known()
                .header("Accept-Language", "de")
                .header("Idempotency-Key", "7")
                .header("X-Two", "a", "b")
                .get("/api/v1/runs")
                .then()
                .body("headers.accept-language", equalTo("de"))
                .body("headers.idempotency-key", equalTo("7"))
                .body("headers.x-two", equalTo("a|b"));
    }

    @Test
    void headers_of_the_connection_stay_on_it() throws IOException {
        String answer = Client.raw("GET /api/v1/runs HTTP/1.1\nHost: x\nAuthorization: Bearer " + Client.token()
                + "\nConnection: X-Private\nConnection: close\nX-Private: 1\nTE: trailers\nKeep-Alive: timeout=5"
                + "\nProxy-Authorization: Basic x\nUpgrade: h2c\n\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .doesNotContain("x-private", "\"te\"", "keep-alive", "proxy-authorization", "\"upgrade\"");
    }

    @Test
    void what_only_the_gateway_says_cannot_be_pretended() {
        Client.known()
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Real-IP", "6.6.6.6")
                .header("X-Parley-Workspace", "7")
                .get("/api/v1/runs")
                .then()
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.x-forwarded-host", equalTo("localhost:" + Client.port()))
                .body("headers.x-forwarded-prefix", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue())
                .body("headers.x-parley-workspace", nullValue());
    }

    @Test
    void a_sane_request_id_is_kept_and_echoed() {
        Client.known()
                .header("X-Request-Id", "build-7.1_a")
                .get("/api/v1/runs")
                .then()
                .header("X-Request-Id", "build-7.1_a")
                .body("headers.x-request-id", equalTo("build-7.1_a"));
    }

    @Test
    void a_request_without_a_sane_id_gets_one() {
        for (String given : new String[] {"", "x y", "a".repeat(100), "{}"}) {
            Response answer = Client.known().header("X-Request-Id", given).get("/api/v1/runs");

            answer.then()
                    .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                    .body("headers.x-request-id", equalTo(answer.getHeader("X-Request-Id")));
        }
    }

    @Test
    void a_trace_goes_on_behind_the_gateway() {
        String trace = "0af7651916cd43dd8448eb211c80319c";

        Client.known()
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .get("/api/v1/runs")
                .then()
                .body("headers.traceparent", matchesPattern("00-" + trace + "-[0-9a-f]{16}-0[01]"));
    }

    @Test
    void an_answer_passes_unchanged_but_for_headers_of_the_connection() throws IOException {
        String answer = Client.raw("GET /api/v1/runs/odd HTTP/1.1\nHost: x\nAuthorization: Bearer " + Client.token()
                + "\nConnection: close\n\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 418 Short and stout")
                .contains("X-Odd: yes", "ETag: \"7\"", "application/problem+json")
                .endsWith("{\"code\":\"teapot\"}")
                .doesNotContain("X-Private", "only for the next hop");
        assertThat(answer.split("X-Request-Id:", -1)).hasSize(2);
    }

    @Test
    void a_listed_origin_may_read_answers_and_no_other() {
        Response listed = given().header("Origin", "https://console.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/api/v1/runs");
        Response other = Client.known().header("Origin", "https://evil.example").get("/api/v1/runs");

        listed.then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://console.example")
                .header("Access-Control-Allow-Headers", containsString("authorization"));
        other.then().statusCode(403).header("Access-Control-Allow-Origin", nullValue());
        Client.known()
                .header("Origin", "https://console.example")
                .get("/api/v1/runs")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://console.example")
                .header("Access-Control-Expose-Headers", containsString("X-Request-Id"));
    }

    @Test
    void an_answer_without_a_body_stays_without_one() throws IOException {
        String answer = Client.raw("GET /api/v1/runs/nothing HTTP/1.1\nHost: x\nAuthorization: Bearer " + Client.token()
                + "\nConnection: close\n\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 204")
                .doesNotContain("transfer-encoding")
                .endsWith("\r\n\r\n");
        Client.known()
                .head("/api/v1/runs/odd")
                .then()
                .statusCode(418)
                .header("Content-Length", "17")
                .body(not(containsString("teapot")));
    }
}
