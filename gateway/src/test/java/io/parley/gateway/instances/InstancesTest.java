package io.parley.gateway.instances;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import io.parley.gateway.testing.StubReplicas;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
@QuarkusTestResource(value = StubReplicas.class, restrictToAnnotatedClass = true)
@TestProfile(InstancesTest.LeftAloneForLong.class)
class InstancesTest {

    /** An instance that is left alone stays so for as long as any test takes. */
    public static final class LeftAloneForLong implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.gateway.circuit.pause", "1h");
        }
    }

    @Test
    void instances_are_asked_in_turn() {
        List<String> answered = IntStream.range(0, 6)
                .mapToObj(i -> Client.known().get("/api/v1/pair").asString())
                .toList();

        assertThat(answered.subList(0, 2)).containsExactlyInAnyOrder("a", "b");
        assertThat(answered.subList(2, 4)).isEqualTo(answered.subList(0, 2));
        assertThat(answered.subList(4, 6)).isEqualTo(answered.subList(0, 2));
    }

    @ParameterizedTest
    @CsvSource({"GET, 502", "GET, 503", "GET, hang-up", "DELETE, 503", "DELETE, hang-up", "HEAD, 503"})
    void what_one_instance_cannot_do_another_does(String method, String failure) {
        for (int i = 0; i < 2; i++) {
            Client.known()
                    .header("Stub-a", failure)
                    .request(method, "/api/v1/pair")
                    .then()
                    .statusCode(200)
                    .body(method.equals("HEAD") ? equalTo("") : equalTo("b"));
        }
        given().get("/q/metrics").then().body(containsString("parley_gateway_retries_total{service=\"pair\""));
    }

    @Test
    void what_no_instance_can_do_is_said_by_one_of_them() {
        Client.known()
                .header("Stub-a", "503")
                .header("Stub-b", "503")
                .get("/api/v1/pair")
                .then()
                .statusCode(503)
                .body(oneOf("not a", "not b"));
    }

    @Test
    void an_instance_that_says_it_cannot_is_believed_when_the_others_say_nothing() {
        for (int i = 0; i < 2; i++) {
            Client.known()
                    .header("Stub-a", "503")
                    .header("Stub-b", "hang-up")
                    .get("/api/v1/pair")
                    .then()
                    .statusCode(503);
            Client.known().get("/api/v1/pair").then().statusCode(200);
            Client.known().get("/api/v1/pair").then().statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"503", "hang-up"})
    void what_may_not_be_done_twice_is_sent_once(String failure) {
        List<Integer> statuses = IntStream.range(0, 2)
                .mapToObj(i -> Client.known()
                        .header("Stub-a", failure)
                        .body("{}")
                        .post("/api/v1/pair")
                        .statusCode())
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 503);
    }

    @Test
    void an_instance_that_is_down_is_passed_by_whatever_the_request_is() {
        for (int i = 0; i < 10; i++) {
            Client.known().get("/api/v1/half").then().statusCode(200).body(equalTo("up"));
            Client.known().body("{}").post("/api/v1/half").then().statusCode(200);
        }
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'instances' }.data.values()", hasItem("open"));
    }

    @Test
    void a_service_whose_every_instance_is_left_alone_is_unavailable_at_once() {
        for (int i = 0; i < 5; i++) {
            Client.known()
                    .header("Stub-lone", "hang-up")
                    .get("/api/v1/lone")
                    .then()
                    .statusCode(503)
                    .body("detail", startsWith("It may have been done"));
        }

        Client.known()
                .get("/api/v1/lone")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable"))
                .body("detail", startsWith("Nothing was done"));
        given().get("/q/health/ready").then().statusCode(200);
        String metrics = given().get("/q/metrics").asString();
        assertThat(metrics.lines().filter(line -> line.startsWith("parley_gateway_circuit_open{")))
                .anyMatch(line -> line.contains("service=\"lone\"") && line.endsWith(" 1.0"))
                .anyMatch(line -> line.contains("service=\"calm\"") && line.endsWith(" 0.0"));
        assertThat(metrics.lines().filter(line -> line.startsWith("parley_gateway_circuit_opened_total")))
                .anyMatch(line -> line.contains("service=\"lone\"") && line.endsWith(" 1.0"));
    }

    @Test
    void a_service_may_have_more_time_than_others() {
        Client.known().header("Stub-calm", "slow").get("/api/v1/calm").then().statusCode(200);

        Client.known()
                .header("Stub-a", "slow")
                .header("Stub-b", "slow")
                .get("/api/v1/pair")
                .then()
                .statusCode(504)
                .body("code", endsWith("timeout"));
    }
}
