package io.parley.run.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.parley.platform.testing.BackingResource;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
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

    @Inject
    Suites suites;

    @Test
    void a_suite_is_stored_with_the_rows_of_the_files_beside_it_and_other_rows_are_another_revision() {
        Api api = Api.ofNewWorkspace();

        ImportedSuite first = imported(api, "city\nBerlin\nOslo\n");
        ImportedSuite same = imported(api, "city\nBerlin\nOslo\n");
        ImportedSuite other = imported(api, "city\nRome\n");

        assertThat(first.cases()).isEqualTo(2);
        assertThat(same).isEqualTo(new ImportedSuite(first.id(), "Weather", 1, 2, false));
        assertThat(other).isEqualTo(new ImportedSuite(first.id(), "Weather", 2, 1, true));
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

    private ImportedSuite imported(Api api, String cities) {
        return suites.importFile(
                        api.workspace(),
                        UUID.randomUUID(),
                        SUITE.getBytes(StandardCharsets.UTF_8),
                        new SourceFiles(Map.of("cities.csv", cities)))
                .await()
                .indefinitely();
    }
}
