package io.parley.run.suites;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class SuiteDataImportTest {

    private static final String SUITE = """
            parley: 1
            name: Weather
            cases:
              - name: forecast
                data: cities.csv
                turns: [{user: "{{city}}?"}]
            """;

    @Test
    void a_suite_is_stored_with_the_rows_of_the_files_beside_it_and_other_rows_are_another_revision() {
        Api api = Api.ofNewWorkspace();

        imported(api, "city\nBerlin\nOslo\n")
                .body("name", contains("Weather"))
                .body("cases", contains(2))
                .body("created", contains(true));
        imported(api, "city\nBerlin\nOslo\n").body("revision", contains(1)).body("created", contains(false));
        imported(api, "city\nRome\n").body("revision", contains(2)).body("cases", contains(1));
    }

    @Test
    void a_suite_that_names_a_file_is_refused_when_it_comes_alone() {
        Api.ofNewWorkspace()
                .importSuite(SUITE)
                .statusCode(422)
                .body("errors[0].field", equalTo("/cases/0/data"))
                .body("errors[0].line", equalTo(5))
                .body("errors[0].message", containsString("cities.csv, which was not sent along"));
    }

    private static ValidatableResponse imported(Api api, String cities) {
        return api.post("/imports", Map.of("files", Map.of("suites/weather.yaml", SUITE, "suites/cities.csv", cities)))
                .statusCode(200);
    }
}
