package io.parley.gateway.routes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class RoutingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/runs",
                "/api/v1/runs/7?limit=3&after=%2Fx%20y",
                "/api/v1/suites/7",
                "/api/v1/imports",
                "/api/v1/targets",
                "/api/v1/reviews/7/decide?next=true",
                "/api/v1/review-settings",
                "/api/v1/failure-groups?run=7",
                "/api/v1/judges/agreement",
                "/api/v1/judge-costs?run=7",
                "/api/v1/models/7",
                "/api/v1/admin/dead-letters",
                "/api/v1/auth/me",
                "/api/v1/workspaces/7/members",
                "/api/v1/api-keys"
            })
    void paths_and_queries_reach_their_service_unchanged(String uri) {
        Client.known().urlEncodingEnabled(false).get(uri).then().statusCode(200).body("uri", equalTo(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/internal/api-keys/exchange",
                "/api/v1/runsome",
                "/api/v1/reviewsome",
                "/api/v1",
                "/api/v2/runs",
                "/.well-known/security.txt",
                "/api/v1/runs/../../../internal/api-keys/exchange",
                "/api/v1/runs/%2e%2e/%2E%2E/%2e%2e/internal/x",
                "//internal/api-keys/exchange"
            })
    void what_is_not_routed_is_not_found(String uri) throws IOException {
        String answer = Client.raw("GET " + uri + " HTTP/1.1\nHost: x\nAuthorization: Bearer " + Client.token()
                + "\nConnection: close\n\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 404")
                .contains("application/problem+json", "\"code\":\"not-found\"", "X-Request-Id:");
    }

    @Test
    void a_service_sees_the_path_that_the_gateway_looked_at() throws IOException {
        String answer = Client.raw("GET /api/v1/runs/x/..//7 HTTP/1.1\nHost: x\nAuthorization: Bearer " + Client.token()
                + "\nConnection: close\n\n");

        assertThat(answer).contains("\"uri\":\"/api/v1/runs/7\"");
    }

    @Test
    void the_gateways_own_management_is_not_that_of_a_service() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("http_server_requests"));
    }

    @Test
    void metrics_name_no_ids() {
        Client.known().get("/api/v1/runs/0190-some-id");

        given().get("/q/metrics")
                .then()
                .body(containsString("uri=\"/api/v1/runs\""))
                .body(not(containsString("0190-some-id")));
    }

    @Test
    void every_method_passes() {
        for (String method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            Client.known()
                    .request(method, "/api/v1/runs/7")
                    .then()
                    .statusCode(200)
                    .body("method", equalTo(method));
        }
        Client.known().head("/api/v1/runs/7").then().statusCode(200);
    }
}
