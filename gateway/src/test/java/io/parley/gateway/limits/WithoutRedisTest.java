package io.parley.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@GatewayTest
@TestProfile(WithoutRedisTest.RedisAway.class)
class WithoutRedisTest {

    /** Nothing listens where Redis should be. */
    public static final class RedisAway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0)) {
                return Map.of(
                        "quarkus.redis.hosts",
                        "redis://127.0.0.1:" + free.getLocalPort(),
                        "parley.rate.limit.caller",
                        "1",
                        "parley.rate.limit.address",
                        "1");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Test
    void the_gateway_is_ready_and_lets_callers_in_up_to_their_limit() {
        String token = Client.token();

        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        assertThat(get(token).statusCode()).isEqualTo(200);
        assertThat(firstOtherThan(200, token)).contains(429);
    }

    @Test
    void who_is_not_known_is_counted_by_the_address() {
        assertThat(firstOtherThan(401, "nonsense")).contains(429);
    }

    private static Optional<Integer> firstOtherThan(int status, String token) {
        return Stream.generate(() -> get(token).statusCode())
                .limit(1_000)
                .filter(answered -> answered != status)
                .findFirst();
    }

    private static Response get(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/runs");
    }
}
