package io.parley.run.evals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.run.foreign.ForeignSuite;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.testing.Schemas;
import io.parley.run.testing.Scripts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalsFormatTest {

    private static final String REGISTRY = """
            capitals:
              id: capitals.dev.v0
              metrics: [accuracy]
            capitals.dev.v0:
              class: evals.elsuite.basic.%s
              args:
                samples_jsonl: capitals/samples.jsonl
            """;
    private static final String PARIS = "{\"input\": \"Capital of France?\", \"ideal\": \"Paris\"}\n";

    private final EvalsFormat format = new EvalsFormat();

    @Test
    void a_registry_file_makes_a_suite_of_each_eval_and_a_case_of_each_sample() {
        SourceFiles files = new SourceFiles(Map.of(
                "registry/evals/capitals.yaml",
                REGISTRY.formatted("match:Match"),
                "registry/data/capitals/samples.jsonl",
                PARIS + "{\"input\": \"{{Spain}}?\", \"ideal\": [\"Madrid\", \"madrid\"]}\n"));

        assertThat(format.recognises(files)).isTrue();
        assertThat(format.read(files))
                .singleElement()
                .extracting(ForeignSuite::suite)
                .isEqualTo(json("""
                {"parley": 1, "name": "capitals.dev.v0", "cases": [
                  {"name": "capitals.dev.0", "turns": [{"user": "Capital of France?", "expect": [
                    {"javascript": "[\\"Paris\\"].some((ideal) => output.startsWith(ideal))"}]}]},
                  {"name": "capitals.dev.1", "turns": [{"user": "{{ '{{' }}Spain}}?", "expect": [
                    {"javascript": "[\\"Madrid\\",\\"madrid\\"].some((ideal) => output.startsWith(ideal))"}]}]}]}
                """));
    }

    @Test
    void what_is_made_is_a_suite_as_the_schema_has_it() {
        ForeignSuite suite = suite(REGISTRY.formatted("fuzzy_match:FuzzyMatch"), PARIS);

        assertThat(Schemas.refusals(suite.suite())).isEmpty();
    }

    @Test
    void samples_that_no_registry_file_speaks_of_are_matched() {
        SourceFiles files = new SourceFiles(Map.of("capitals.jsonl", PARIS, "other.jsonl", "{\"a\": 1}\n"));

        assertThat(format.recognises(files)).isTrue();
        assertThat(format.read(files)).singleElement().satisfies(read -> {
            assertThat(read.suite().path("name").asText()).isEqualTo("capitals");
            assertThat(read.suite().at("/cases/0/name").asText()).isEqualTo("capitals.0");
            assertThat(script(read)).contains("startsWith");
        });
    }

    @Test
    void files_of_something_else_are_not_recognised() {
        assertThat(format.recognises(new SourceFiles(Map.of("data.jsonl", "{\"city\": 1}", "suite.yaml", "parley: 1"))))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(textBlock = """
            match:Match,              'Paris, France',      '["Rome", "Paris"]',  true
            match:Match,              ' Paris',             '["Paris"]',          false
            match:Match,              anything,             '[""]',               true
            match:Match,              anything,             '[]',                 false
            includes:Includes,        'It is Paris.',       '["Rome", "Paris"]',  true
            includes:Includes,        'It is PARIS.',       '["Paris"]',          false
            fuzzy_match:FuzzyMatch,   'The answer: PARIS!', '["paris"]',          true
            fuzzy_match:FuzzyMatch,   'Par',                '["a Paris"]',        true
            fuzzy_match:FuzzyMatch,   'the an, a!',         '["."]',              true
            fuzzy_match:FuzzyMatch,   'the',                '["Paris"]',          false
            fuzzy_match:FuzzyMatch,   'New   York',         '["new the york"]',   true
            fuzzy_match:FuzzyMatch,   'éa',                 '["é"]',              true
            fuzzy_match:FuzzyMatch,   'é',                  '["éa b"]',           true
            fuzzy_match:FuzzyMatch,   'é b',                '["éa b"]',           false
            fuzzy_match:FuzzyMatch,   'Rome',               '["Paris", "rome."]', true
            json_match:JsonMatch,     '{"a": 1.0, "b": [true]}', '["{\\"b\\": [1], \\"a\\": 1}"]', true
            json_match:JsonMatch,     '{"a": null}',        '["{\\"a\\": null}"]', false
            json_match:JsonMatch,     '{"a": 1, "b": 2}',   '["{\\"a\\": 1}"]',   false
            json_match:JsonMatch,     '[1, 2]',             '["[2, 1]"]',         false
            json_match:JsonMatch,     '[1, 2]',             '["{}", "[1,2]"]',    true
            json_match:JsonMatch,     '"1"',                '["1"]',              false
            json_match:JsonMatch,     'no JSON',            '["\\"no JSON\\""]',  false
            json_match:JsonMatch,     '{"toString": 1}',    '["{\\"b\\": 1}"]',   false
            """)
    void answers_are_scored_as_the_eval_scores_them(String type, String answer, String ideal, boolean passes) {
        ForeignSuite suite = suite(REGISTRY.formatted(type), "{\"input\": \"?\", \"ideal\": " + ideal + "}");

        assertThat(Scripts.evaluate(script(suite), answer)).isEqualTo(passes);
    }

    @Test
    void includes_can_ignore_case() {
        ForeignSuite suite = suite(REGISTRY.formatted("includes:Includes") + "    ignore_case: true\n", PARIS);

        assertThat(Scripts.evaluate(script(suite), "PARIS it is")).isTrue();
        assertThat(Scripts.evaluate(script(suite), "Rome it is")).isFalse();
    }

    @Test
    void messages_become_the_text_that_evals_makes_of_them() {
        ForeignSuite suite = suite(REGISTRY.formatted("match:Match"), """
                {"input": [{"role": "system", "content": "Be brief."}, {"role": "system", "name": "example_user", "content": "Italy?"}, {"role": "assistant", "content": "Rome"}, {"role": "user", "content": "France?"}], "ideal": "Paris"}
                {"input": [{"role": "system", "content": "France?"}], "ideal": "Paris"}
                """);

        assertThat(suite.suite().at("/cases/0/turns/0/user").asText())
                .isEqualTo("Be brief.\nUser: Italy?\nAssistant: Rome\nUser: France?\nAssistant:");
        assertThat(suite.suite().at("/cases/1/turns/0/user").asText()).isEqualTo("France?");
    }

    @Test
    void examples_go_before_the_last_message() {
        SourceFiles files = new SourceFiles(Map.of(
                "capitals.yaml",
                        REGISTRY.formatted("match:Match") + "    num_few_shot: 1\n    few_shot_jsonl: few.jsonl\n",
                "few.jsonl",
                        "{\"sample\": [{\"role\": \"user\", \"content\": \"Italy?\"}, {\"role\": \"assistant\", \"content\": \"Rome\"}]}\n{\"sample\": []}\n",
                "capitals/samples.jsonl",
                        "{\"input\": [{\"role\": \"user\", \"content\": \"France?\"}], \"ideal\": \"Paris\"}\n"));

        assertThat(format.read(files)
                        .getFirst()
                        .suite()
                        .at("/cases/0/turns/0/user")
                        .asText())
                .isEqualTo("User: Italy?\nAssistant: Rome\nUser: France?\nAssistant:");
    }

    @ParameterizedTest
    @CsvSource({
        "'evals.elsuite.modelgraded.classify:ModelBasedClassify', '', 'the eval evals.elsuite.modelgraded.classify:ModelBasedClassify'",
        "'evals.elsuite.basic.match:Match', '    voices: 3', 'the argument voices of evals.elsuite.basic.match:Match'",
    })
    void what_is_not_known_ends_as_an_error_that_names_it(String type, String arg, String named) {
        String registry = REGISTRY.replace("evals.elsuite.basic.%s", type) + arg + "\n";

        ForeignSuite suite = suite(registry, "{\"input\": \"?\", \"ideal\": \"x\"}\n");

        assertThat(suite.suite().at("/cases/0/turns/0/expect"))
                .isEqualTo(json("[{\"unsupported\": \"" + named + "\"}]"));
    }

    @Test
    void mistakes_are_told_with_their_files_and_lines() {
        List<FieldError> mistakes = mistakes(
                Map.of(
                        "capitals.yaml",
                        REGISTRY.formatted("json_match:JsonMatch"),
                        "capitals/samples.jsonl",
                        "{\"input\": 7, \"ideal\": \"1\"}\n{\"input\": \"?\", \"ideal\": 7}\n{\"input\": \"?\", \"ideal\": \"{\"}\n"));

        assertThat(mistakes)
                .extracting(mistake -> mistake.field() + " " + mistake.line() + " "
                        + mistake.message().split(" must", 2)[0])
                .containsExactly(
                        "capitals/samples.jsonl 1 input",
                        "capitals/samples.jsonl 2 ideal",
                        "capitals/samples.jsonl 3 ideal");
    }

    @Test
    void more_samples_than_an_import_takes_are_refused() {
        assertThat(mistakes(Map.of(
                        "capitals.yaml",
                        REGISTRY.formatted("match:Match"),
                        "capitals/samples.jsonl",
                        PARIS.repeat(20_001))))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("20000 samples"));
    }

    @Test
    void samples_that_are_not_there_are_named() {
        assertThat(mistakes(Map.of("capitals.yaml", REGISTRY.formatted("match:Match"))))
                .containsExactly(new FieldError(
                        "capitals.yaml",
                        "capitals.dev.v0 names the samples capitals/samples.jsonl, which are not among the files",
                        5));
    }

    @Test
    void evals_that_come_to_more_than_any_suite_may_have_are_refused() {
        String few = "x".repeat(6_000);
        String sample = "{\"input\": \"%s\", \"ideal\": \"Paris\"}\n".formatted(few);
        String registry = IntStream.range(0, 3)
                .mapToObj(number ->
                        "e%d:\n  class: evals.elsuite.basic.match:Match\n  args:\n    samples_jsonl: s.jsonl\n"
                                .formatted(number))
                .collect(Collectors.joining());

        assertThat(mistakes(Map.of("e.yaml", registry, "s.jsonl", sample.repeat(700))))
                .extracting(FieldError::message)
                .containsExactly("e2 comes, with what is before it, to more than 10 MiB; import fewer at a time");
    }

    @Test
    void samples_that_two_files_may_be_are_a_mistake() {
        assertThat(mistakes(Map.of(
                        "registry/evals/capitals.yaml", REGISTRY.formatted("match:Match"),
                        "a/capitals/samples.jsonl", PARIS,
                        "b/capitals/samples.jsonl", PARIS)))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message())
                        .contains("a/capitals/samples.jsonl and b/capitals/samples.jsonl are both such files"));
    }

    private List<FieldError> mistakes(Map<String, String> files) {
        Problem problem = catchThrowableOfType(Problem.class, () -> format.read(new SourceFiles(files)));
        return Objects.requireNonNull(problem.body("test").errors());
    }

    private ForeignSuite suite(String registry, String samples) {
        return format.read(new SourceFiles(Map.of("capitals.yaml", registry, "capitals/samples.jsonl", samples)))
                .getFirst();
    }

    private static String script(ForeignSuite suite) {
        return suite.suite().at("/cases/0/turns/0/expect/0/javascript").asText();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
