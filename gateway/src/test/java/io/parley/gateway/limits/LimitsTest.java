package io.parley.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@GatewayTest
@TestProfile(LimitsTest.TwoPerSecond.class)
class LimitsTest {

    /** In the ten seconds of a window. */
    private static final int LIMIT = 20;

    /** Limits that a test can reach. */
    public static final class TwoPerSecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.rate.limit.caller", "2", "parley.rate.limit.address", "1000000");
        }
    }

    @Test
    void a_caller_is_told_what_is_left_and_when_there_is_more() {
        String token = Client.token();

        Response first = get(token);
        Response second = get(token);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("RateLimit-Limit")).isEqualTo("20");
        assertThat(Integer.parseInt(second.header("RateLimit-Remaining")))
                .isLessThan(Integer.parseInt(first.header("RateLimit-Remaining")));
        assertThat(Integer.parseInt(first.header("RateLimit-Reset"))).isBetween(1, 10);
    }

    @Test
    void of_many_requests_at_once_so_many_pass_as_may() {
        String token = Client.token();

        List<Integer> statuses =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> get(token)))
                        .limit(3 * LIMIT)
                        .toList()
                        .stream()
                        .map(response -> response.join().statusCode())
                        .toList();

        // A window may end meanwhile: what was counted in it then fades.
        assertThat(statuses).filteredOn(status -> status == 200).hasSizeBetween(LIMIT, 2 * LIMIT);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(429);
    }

    @Test
    void who_has_sent_too_much_is_refused_with_a_problem_and_nobody_else() {
        String token = Client.token();
        Response refused = Stream.generate(() -> get(token))
                .limit(1_000)
                .filter(response -> response.statusCode() != 200)
                .findFirst()
                .orElseThrow();

        refused.then()
                .statusCode(429)
                .contentType(startsWith("application/problem+json"))
                .header("RateLimit-Remaining", "0")
                .body("title", equalTo("Too many requests were sent"))
                .body("detail", equalTo("At most 20 requests in 10 seconds. Nothing was done. Send it again later."));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
        assertThat(get(Client.token()).statusCode()).isEqualTo(200);
    }

    private static Response get(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/runs");
    }
}
