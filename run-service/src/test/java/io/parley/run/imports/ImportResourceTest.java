package io.parley.run.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"/etc/a.yaml", "../a.yaml", "a/../../b.yaml", "./a.yaml", "a//b.yaml", "a/.."})
    void paths_that_lead_out_of_their_folder_are_refused(String path) {
        Api.ofNewWorkspace()
                .post(PATH, Map.of("files", Map.of(path, CONFIGURATION)))
                .statusCode(422)
                .body("errors[0].message", containsString("from the folder that all are in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grüße.yaml", "a\\b.yaml", "\uD800.yaml", "...yaml"})
    void paths_that_no_machine_may_have_are_names_like_others(String path) {
        String suite = "parley: 1\nname: x\ncases: [{name: a, data: rows.csv, turns: [{user: hi}]}]";

        Api.ofNewWorkspace()
                .post(PATH, Map.of("files", Map.of(path, suite, "rows.csv", "a\n1\n")))
                .statusCode(200);
        Api.ofNewWorkspace()
                .post(PATH, Map.of("files", Map.of(path, CONFIGURATION)))
                .statusCode(200);
    }

    @Test
    void files_of_several_formats_are_imported_only_by_name() {
        Api api = Api.ofNewWorkspace();
        String convo = "x\n\n#me\nhello\n\n#bot\nhi\n";
        String suite = "parley: 1\nname: own\ncases: [{name: a, turns: [{user: hi}]}]";
        Map<String, String> files = Map.of("a.yaml", CONFIGURATION, "x.convo.txt", convo);

        api.post(PATH, Map.of("files", files))
                .statusCode(422)
                .body("code", equalTo("import-several-formats"))
                .body("detail", containsString("botium, promptfoo; name the format"));
        api.post(PATH, Map.of("files", files, "format", "promptfoo"))
                .statusCode(200)
                .body("name", contains("Cities"));
        api.post(PATH, Map.of("files", Map.of("own.yaml", suite, "x.convo.txt", convo)))
                .statusCode(422)
                .body("code", equalTo("import-several-formats"))
                .body("detail", containsString("suites of Parley, and files of botium"));
    }

    @Test
    void two_suites_of_one_name_are_refused() {
        Api api = Api.ofNewWorkspace();

        api.post(PATH, Map.of("files", Map.of("a/p.yaml", CONFIGURATION, "b/p.yaml", CONFIGURATION)))
                .statusCode(422)
                .body("code", equalTo("suites-same-name"))
                .body("detail", containsString("Cities"));

        api.get("/suites").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void what_a_suite_cannot_have_is_told_with_the_suite_that_has_it() {
        Api api = Api.ofNewWorkspace();
        String good = "parley: 1\nname: good\ncases: [{name: a, turns: [{user: hi}]}]";

        api.post(PATH, Map.of("files", Map.of("a.yaml", CONFIGURATION + "evaluateOptions: {repeat: 100000}\n")))
                .statusCode(422)
                .body("errors[0].message", startsWith("the suite 'Cities' that the files come to, in JSON: "));
        api.post(PATH, Map.of("files", Map.of("good.yaml", good, "s/bad.yaml", "parley: 1\nname: bad\ncases: 5")))
                .statusCode(422)
                .body("errors[0].message", startsWith("s/bad.yaml: "))
                .body("errors[0].line", equalTo(3));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_a_file() {
        Api.ofNewWorkspace()
                .post(PATH, Map.of("files", Map.of("p.yaml", "\uFEFF" + CONFIGURATION)))
                .statusCode(200)
                .body("name", contains("Cities"));
    }

    @Test
    void who_may_not_import_suites_may_not_import_these_either() {
        Api viewer = Api.as(TestTokens.newWorkspace(), Access.VIEWER);

        viewer.post(PATH, Map.of("files", Map.of("a.yaml", CONFIGURATION))).statusCode(403);
    }
}
