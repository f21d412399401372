package io.parley.gateway.instances;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import io.parley.gateway.testing.StubReplicas;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
@QuarkusTestResource(value = StubReplicas.class, restrictToAnnotatedClass = true)
@TestProfile(RecoveryTest.LeftAloneBriefly.class)
class RecoveryTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** The first failure counts, and a moment later the instance is tried again. */
    public static final class LeftAloneBriefly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.gateway.circuit.failures", "1", "parley.gateway.circuit.pause", "100ms");
        }
    }

    @Test
    void an_instance_that_is_back_is_asked_again() {
        Client.known().header("Stub-lone", "hang-up").get("/api/v1/lone").then().statusCode(503);
        assertThat(metric("parley_gateway_circuit_opened_total")).endsWith(" 1.0");

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(Client.known().get("/api/v1/lone").statusCode())
                                .isEqualTo(200));

        assertThat(metric("parley_gateway_circuit_open{")).endsWith(" 0.0");
    }

    private static String metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains("service=\"lone\""))
                .findFirst()
                .orElseThrow();
    }
}
