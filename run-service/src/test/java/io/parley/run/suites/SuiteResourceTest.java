package io.parley.run.suites;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.run.testing.Api;
import io.parley.run.testing.Suites;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class SuiteResourceTest {

    private static final String SUITE = """
            parley: 1
            name: Weather # an ä
            cases:
              - name: forecast
                vars: {city: [Berlin, Oslo]}
                turns: [{user: "{{city}}?"}]
            """;

    @Test
    void the_same_file_again_is_the_same_revision_and_another_one_is_the_next() {
        Api api = Api.ofNewWorkspace();

        String id = api.importSuite(SUITE)
                .statusCode(201)
                .body("name", equalTo("Weather"))
                .body("revision", equalTo(1))
                .body("cases", equalTo(2))
                .body("created", equalTo(true))
                .extract()
                .path("id");
        api.importSuite(SUITE)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("revision", equalTo(1))
                .body("cases", equalTo(2))
                .body("created", equalTo(false));
        api.importSuite(SUITE.replace("Oslo", "Oslo, Rome"))
                .statusCode(201)
                .body("id", equalTo(id))
                .body("revision", equalTo(2))
                .body("cases", equalTo(3));

        api.get("/suites/" + id)
                .statusCode(200)
                .body("name", equalTo("Weather"))
                .body("revision", equalTo(2))
                .body("cases", equalTo(3));
        api.get("/suites/" + id + "/revisions?limit=1")
                .statusCode(200)
                .body("items.revision", contains(2))
                .body("items[0]", not(hasKey("source")));
        api.get("/suites/" + id + "/revisions/1")
                .statusCode(200)
                .body("cases", equalTo(2))
                .body("source", equalTo(SUITE));
    }

    @Test
    void revisions_are_listed_the_newest_first_a_page_at_a_time() {
        Api api = Api.ofNewWorkspace();
        String id = "";
        for (String city : List.of("A", "B", "C")) {
            id = api.importSuite(SUITE.replace("Oslo", city)).extract().path("id");
        }

        String next = api.get("/suites/" + id + "/revisions?limit=2")
                .body("items.revision", contains(3, 2))
                .extract()
                .path("next");

        api.get("/suites/" + id + "/revisions?limit=2&after=" + next)
                .body("items.revision", contains(1))
                .body("next", nullValue());
    }

    @Test
    void an_old_text_imported_again_becomes_the_latest_revision() {
        Api api = Api.ofNewWorkspace();
        api.importSuite(SUITE);
        api.importSuite(SUITE.replace("Oslo", "Rome"));

        api.importSuite(SUITE).statusCode(201).body("revision", equalTo(3));
    }

    @Test
    void the_same_file_imported_many_times_at_once_is_one_revision() throws Exception {
        Api api = Api.ofNewWorkspace();
        Callable<Integer> importing = () -> api.importSuite(SUITE).extract().statusCode();

        List<Integer> statuses;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            statuses = threads
                    .invokeAll(IntStream.range(0, 8).mapToObj(n -> importing).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        api.get("/suites").body("items", hasSize(1)).body("items[0].revision", equalTo(1));
    }

    @Test
    void json_is_taken_as_well() {
        Api.ofNewWorkspace()
                .post(
                        "/suites",
                        "{\"parley\": 1, \"name\": \"J\", \"cases\": [{\"name\": \"c\", \"turns\": [{\"user\": \"u\"}]}]}")
                .statusCode(201)
                .body("cases", equalTo(1));
    }

    @Test
    void malformed_yaml_is_refused_with_its_line() {
        Api.ofNewWorkspace()
                .importSuite("parley: 1\nname: [unclosed\n")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("suite-malformed"))
                .body("errors[0].line", equalTo(3));
    }

    @Test
    void forty_mistakes_are_forty_entries_and_nothing_is_stored() {
        StringBuilder suite = new StringBuilder("parley: 1\nname: Wrong\ncases:\n");
        for (int n = 0; n < 40; n++) {
            suite.append("  - {name: c%d, turns: [{user: hi, expect: [{contians: x}]}]}\n".formatted(n));
        }
        Api api = Api.ofNewWorkspace();

        api.importSuite(suite.toString())
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("suite-invalid"))
                .body("errors", hasSize(40))
                .body("errors.line", equalTo(IntStream.range(4, 44).boxed().toList()));
        api.get("/suites").body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {(10 << 20) + 1, 50 << 20})
    void a_file_that_is_too_large_is_refused(int bytes) {
        given().auth()
                .oauth2(Api.ofNewWorkspace().token())
                .contentType("application/yaml")
                .body("#".repeat(bytes).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/suites")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void ten_thousand_cases_are_stored_each_with_its_own_variables() {
        Api api = Api.ofNewWorkspace();

        api.importSuite(Suites.ofCases("large", 10_000)).statusCode(201).body("cases", equalTo(10_000));
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        Api.ofNewWorkspace()
                .request()
                .contentType("text/csv")
                .body("a,b".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/suites")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void a_suite_of_another_workspace_does_not_exist() {
        String id = Api.ofNewWorkspace().suite(1);
        Api stranger = Api.ofNewWorkspace();

        stranger.get("/suites/" + id).statusCode(404).body("code", equalTo("suite-not-found"));
        stranger.get("/suites/" + id + "/revisions").statusCode(404);
        stranger.get("/suites/" + id + "/revisions/1").statusCode(404);
        stranger.get("/suites").body("items.id", not(hasItem(id)));
    }

    @Test
    void a_viewer_and_a_reading_key_may_look_and_only_editors_and_writing_keys_may_import() {
        var workspace = TestTokens.newWorkspace();
        Api viewer = Api.as(workspace, Access.VIEWER);
        Api readingKey = new Api(workspace, TestTokens.ofKey(workspace, Access.RUNS_READ));
        Api writingKey = new Api(workspace, TestTokens.ofKey(workspace, Access.RUNS_WRITE));

        viewer.importSuite(SUITE).statusCode(403);
        readingKey.importSuite(SUITE).statusCode(403);
        writingKey.importSuite(SUITE).statusCode(201);
        viewer.get("/suites").statusCode(200).body("items", hasSize(1));
        readingKey.get("/suites").statusCode(200);
        given().get("/api/v1/suites").then().statusCode(401);
        given().contentType("application/yaml")
                .body(SUITE.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/suites")
                .then()
                .statusCode(401);
    }

    @Test
    void the_schema_is_for_everybody() {
        given().get("/api/v1/suites/schema")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body("title", equalTo("Parley suite"));
    }
}
