package io.parley.run.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.run.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class ImportResourceTest {

    private static final String PATH = "/imports";
    private static final String CONFIGURATION = """
            description: Cities
            prompts: ["About {{city}}"]
            tests:
              - vars: {city: [Oslo, Rome]}
                assert: [{type: icontains, value: "{{city}}"}, {type: javascript, value: "output.length > context.vars.city.length"}]
            """;

    @Test
    void files_become_suites_that_are_stored_like_any_other() {
        Api api = Api.ofNewWorkspace();
        Map<String, Object> files = Map.of("files", Map.of("promptfooconfig.yaml", CONFIGURATION));

        String id = api.post(PATH, files)
                .statusCode(200)
                .body("name", contains("Cities"))
                .body("revision", contains(1))
                .body("cases", contains(2))
                .body("created", contains(true))
                .extract()
                .path("[0].id");
        api.post(PATH, files).statusCode(200).body("id", contains(id)).body("created", contains(false));

        api.get("/suites/" + id + "/revisions/1")
                .statusCode(200)
                .body("source", containsString("\"user\" : \"About {{city}}\""));
    }

    @Test
    void every_script_that_is_made_is_javascript() {
        String assertions = Stream.of(
                        "bleu",
                        "gleu",
                        "rouge-n",
                        "contains-html",
                        "tool-call-f1",
                        "latency",
                        "equals",
                        "contains",
                        "icontains-any",
                        "starts-with",
                        "levenshtein",
                        "word-count",
                        "regex")
                .map(type -> "{type: " + type + ", value: '7', threshold: 0.5, transform: output.trim()}")
                .collect(Collectors.joining(", "));

        Api.ofNewWorkspace()
                .post(PATH, Map.of("files", Map.of("a.yaml", "prompts: [x]\ntests: [{assert: [" + assertions + "]}]")))
                .statusCode(200);
    }

    @Test
    void each_provider_becomes_a_suite_with_its_own_target() {
        Api api = Api.ofNewWorkspace();

        api.post(PATH, Map.of("format", "promptfoo", "files", Map.of("a.yaml", CONFIGURATION + """
                        providers:
                          - echo
                          - {id: "openai:gpt-4o", label: Big, config: {apiBaseUrl: "https://models.example/v1", max_tokens: 5}}
                        """)))
                .statusCode(200)
                .body("name", contains("Cities [Big]", "Cities [echo]"));

        api.get("/targets").statusCode(200).body("items.name", contains("Cities [Big]", "Cities [echo]"));
    }

    @Test
    void mistakes_are_told_with_their_files_and_lines_and_nothing_is_stored() {
        Api api = Api.ofNewWorkspace();

        api.post(
                        PATH,
                        Map.of(
                                "files",
                                Map.of(
                                        "promptfooconfig.yaml",
                                        CONFIGURATION + "  - file://tests.csv\n",
                                        "tests.csv",
                                        "city\nOslo,Rome\n")))
                .statusCode(422)
                .body("code", equalTo("import-invalid"))
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("tests.csv"))
                .body("errors[0].line", equalTo(2));

        api.get("/suites").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void what_cannot_be_recognised_or_named_says_what_can() {
        Api api = Api.ofNewWorkspace();

        api.post(PATH, Map.of("files", Map.of("notes.txt", "hello")))
                .statusCode(422)
                .body("code", equalTo("import-not-recognised"))
                .body("detail", containsString("promptfoo"));
        api.post(PATH, Map.of("format", "promptfo", "files", Map.of("notes.txt", "hello")))
                .statusCode(422)
                .body("code", equalTo("import-format-unknown"))
                .body("detail", containsString("promptfoo"));
        api.post(PATH, Map.of("files", Map.of()))
                .statusCode(422)
                .body("errors.field", hasItem(containsString("files")));
    }

    @Test
    void who_may_not_import_suites_may_not_import_these_either() {
        Api viewer = Api.as(TestTokens.newWorkspace(), Access.VIEWER);

        viewer.post(PATH, Map.of("files", Map.of("a.yaml", CONFIGURATION))).statusCode(403);
    }
}
