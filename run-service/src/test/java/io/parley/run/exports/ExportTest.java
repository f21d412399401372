package io.parley.run.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Play;
import io.parley.run.testing.Verdicts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class ExportTest {

    private static final String SUITE = """
            parley: 1
            name: "=1+1, \\"quoted\\" <suite>"
            cases:
              - {name: good, turns: [{user: hi}]}
              - {name: bad | worse, vars: {city: [Oslo]}, turns: [{user: hi}]}
              - {name: broken, turns: [{user: hi}]}
              - {name: open, repeat: 2, turns: [{user: hi}]}
            """;

    private static final Map<String, List<Verdict>> EACH = Map.of(
            "good", List.of(Verdict.PASS),
            "bad | worse", List.of(Verdict.FAIL),
            "broken", List.of(Verdict.ERROR),
            "open", List.of(Verdict.UNSURE, Verdict.PASS));

    private final Api api = Api.ofNewWorkspace();
    private final Play play = new Play(api);

    @AfterEach
    void close() {
        play.close();
    }

    @Test
    void junit_has_a_suite_for_each_run_and_never_shows_a_pass_that_was_none() {
        String first = run();
        String second = run();

        String text = api.get("/exports?format=junit&run=" + first + "&run=" + second)
                .statusCode(200)
                .contentType(startsWith("application/xml"))
                .extract()
                .asString();

        XmlPath xml = new XmlPath(text);
        assertThat(xml.getInt("testsuites.testsuite.size()")).isEqualTo(2);
        assertThat(xml.getString("testsuites.testsuite[0].@id")).isEqualTo(first);
        assertThat(xml.getString("testsuites.testsuite[0].@name")).startsWith("=1+1, \"quoted\" <suite> on target");
        assertThat(xml.getString("testsuites.testsuite[0].@tests")).isEqualTo("5");
        assertThat(xml.getString("testsuites.testsuite[0].@failures")).isEqualTo("1");
        assertThat(xml.getString("testsuites.testsuite[0].@errors")).isEqualTo("1");
        assertThat(xml.getString("testsuites.testsuite[0].@skipped")).isEqualTo("1");
        assertThat(xml.getList("testsuites.testsuite[0].testcase.@name", String.class))
                .containsExactly("good", "bad | worse {\"city\":\"Oslo\"}", "broken", "open", "open #2");
        assertThat(xml.getString("testsuites.testsuite[0].testcase[1].failure.@message"))
                .isEqualTo("turn 1, contains: because");
        assertThat(xml.getString("testsuites.testsuite[0].testcase[1].failure"))
                .contains("user: What is 1 and one?", "assistant: Two \uFFFD 😀");
        assertThat(xml.getString("testsuites.testsuite[0].testcase[2].error.@type"))
                .isEqualTo("contains");
        assertThat(xml.getString("testsuites.testsuite[0].testcase[3].skipped.@message"))
                .isEqualTo("UNSURE: turn 1, contains: because");
        assertThat(xml.getInt("testsuites.testsuite[0].testcase[4].children().size()"))
                .isZero();
    }

    @Test
    void json_has_each_execution_as_the_api_shows_it() {
        String run = run();

        api.get("/exports?format=json&run=" + run)
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body("runs", hasSize(1))
                .body("runs[0].run.id", equalTo(run))
                .body("runs[0].run.counts.unsure", equalTo(1))
                .body("runs[0].executions.case", equalTo(List.of("good", "bad | worse", "broken", "open", "open")))
                .body("runs[0].executions.verdict", hasItems("PASS", "FAIL", "ERROR", "UNSURE"))
                .body("runs[0].executions[1].vars.city", equalTo("Oslo"))
                .body("runs[0].executions[1].results[0].reason", equalTo("because"))
                .body("runs[0].executions[1].transcript.exchanges[0].user", equalTo("What is 1 and one?"));
    }

    @Test
    void csv_has_a_row_for_each_execution_and_no_formula() {
        String run = run();

        String csv = api.get("/exports?format=csv&run=" + run)
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();

        assertThat(csv)
                .startsWith(
                        "run,suite,revision,target,case,vars,repeat,status,verdict,score,seconds,reasons,conversation\r\n")
                .contains("\r\n" + run + ",\"'=1+1, \"\"quoted\"\" <suite>\",1,target ")
                .contains(
                        ",bad | worse,\"{\"\"city\"\":\"\"Oslo\"\"}\",1,FINISHED,FAIL,0.0,0.081,\"turn 1, contains: because\",");
        assertThat(csv.split("\r\n")).hasSize(6);
    }

    @Test
    void markdown_tells_the_counts_and_what_did_not_pass() {
        String run = run();

        api.get("/exports?format=markdown&run=" + run)
                .statusCode(200)
                .contentType(startsWith("text/markdown"))
                .body(startsWith("# =1+1, \"quoted\" \\<suite\\> on target "))
                .body(containsString(
                        "\n2 passed, 1 failed, 1 errors, 1 unsure, 0 cancelled. Pass rate 66.7%, 95% interval"))
                .body(containsString("| FAIL | bad \\| worse \\{\"city\":\"Oslo\"\\} | turn 1, contains: because |\n"))
                .body(containsString("| ERROR | broken |"))
                .body(containsString("| UNSURE | open |"));
    }

    @Test
    void a_long_run_is_written_whole_and_in_order() {
        String run = play.run(api.suite(350), request -> Verdict.PASS);

        String csv = api.get("/exports?format=csv&run=" + run).extract().asString();

        assertThat(csv.split("\r\n")).hasSize(351);
    }

    @Test
    void what_is_not_there_or_not_over_or_makes_no_sense_is_refused_before_anything_is_written() {
        String underWay = api.run(1, 1);
        String over = run();

        api.get("/exports?format=json&run=" + underWay).statusCode(409).body("type", containsString("run-not-over"));
        api.get("/exports?format=json&run=" + UUID.randomUUID()).statusCode(404);
        Api.ofNewWorkspace().get("/exports?format=json&run=" + over).statusCode(404);
        api.get("/exports?format=xlsx&run=" + over)
                .statusCode(422)
                .body("errors[0].field", equalTo("format"))
                .body("errors[0].message", equalTo("must be one of junit, json, csv, markdown"));
        api.get("/exports?format=json").statusCode(422).body("errors[0].field", equalTo("run"));
        api.get("/exports?format=json&run=me")
                .statusCode(422)
                .body("errors[0].message", equalTo("must be the id of a run"));
    }

    private String run() {
        Verdicts each = new Verdicts(EACH);
        return play.run(play.suite(SUITE), (ExecutionRequested request) -> each.next(request));
    }
}
