package io.parley.validation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.SuiteModel;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.validation.testing.StubModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judges that a suite describes itself. */
@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class SuiteModelsTest extends WithJudges {

    @Test
    void a_model_of_the_suite_judges_in_place_of_a_registered_one_of_its_name() {
        StubModel registered = register("judge", Map.of("key", "secret"), NO);
        StubModel own = stub();

        ExecutionValidated validated = judgedWith(new SuiteModel(own.url() + "/", "small", null));

        assertThat(validated.verdict()).isEqualTo(Verdict.PASS);
        assertThat(validated.results().getFirst().reason()).startsWith("judge says yes");
        assertThat(validated.results().getFirst().evidence().toString()).contains("model=small", "name=judge");
        assertThat(own.received()).singleElement().satisfies(request -> {
            assertThat(request.authorization()).isNull();
            assertThat(request.body().path("model").textValue()).isEqualTo("small");
        });
        assertThat(registered.received()).isEmpty();
    }

    @Test
    void a_model_of_the_suite_uses_the_key_the_address_and_the_account_of_a_registered_one() {
        StubModel registered = register("large", Map.of("key", "secret"), YES);

        ExecutionValidated validated = judgedWith(new SuiteModel(null, "small", "large"));
        ExecutionValidated again = judgedWith(new SuiteModel(registered.url() + "/", "smaller", "large"));

        assertThat(validated.verdict()).isEqualTo(Verdict.PASS);
        assertThat(again.verdict()).isEqualTo(Verdict.PASS);
        assertThat(registered.received())
                .extracting(StubModel.Received::authorization)
                .containsExactly("Bearer secret", "Bearer secret");
        assertThat(registered.received())
                .extracting(request -> request.body().path("model").textValue())
                .containsExactly("small", "smaller");
        costs("").body("models.size()", equalTo(1)).body("models[0].model", equalTo("large"));
    }

    @Test
    void a_key_goes_to_no_other_address_than_its_own() {
        register("large", Map.of("key", "secret"), YES);
        StubModel other = stub();

        ExecutionValidated validated = judgedWith(new SuiteModel(other.url(), "small", "large"));

        assertThat(validated.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(validated.results().getFirst().reason())
                .isEqualTo("judge gave no verdict: the key of \"large\" is for another base-url than the suite's");
        assertThat(other.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                      | huge | judge gave no verdict: the workspace has no model "huge" whose key it could use
            -                      | -    | judge gave no verdict: the suite gives it neither base-url nor key
            http://u:p@example.com | -    | judge gave no verdict: its base-url must not hold credentials; the key has a field of its own
            http://[::1            | -    | judge gave no verdict: its base-url must be an address such as https://api.example.com/v1: Expected closing bracket for IPv6 address
            """)
    void a_model_that_cannot_be_asked_is_an_error(String baseUrl, String keyOf, String reason) {
        ExecutionValidated validated = judgedWith(new SuiteModel(baseUrl, "small", keyOf));

        assertThat(validated.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(validated.results().getFirst().reason()).isEqualTo(reason);
    }

    private StubModel stub() {
        StubModel stub = StubModel.scripted(vertx, YES);
        stubs.add(stub);
        return stub;
    }

    private ExecutionValidated judgedWith(SuiteModel judge) {
        ExecutionCompleted completed =
                answer().turn("hi", RUBRIC).models(Map.of("judge", judge)).event();
        broker.publish(completed);
        return verdictOf(completed);
    }
}
