package io.parley.run.suites;

import static io.parley.run.suites.Refusals.mistakes;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.platform.problems.FieldError;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuiteMistakesTest {

    @Test
    void each_of_forty_mistakes_is_told_with_its_line() {
        String cases = IntStream.range(0, 40)
                .mapToObj(n -> "  - name: case %d\n    turns:\n      - user: hi\n        expect: [{contians: x}]\n"
                        .formatted(n))
                .collect(Collectors.joining());

        List<FieldError> mistakes = mistakes("parley: 1\nname: S\ncases:\n" + cases);

        assertThat(mistakes).hasSize(40);
        for (int n = 0; n < 40; n++) {
            FieldError mistake = mistakes.get(n);
            assertThat(mistake.line()).isEqualTo(7 + 4 * n);
            assertThat(mistake.field()).isEqualTo("/cases/" + n + "/turns/0/expect/0/contians");
            assertThat(mistake.message())
                    .contains("contians")
                    .contains("contains-any")
                    .contains("latency");
        }
    }

    @Test
    void sentences_with_braces_and_quotes_are_told_as_they_stand_in_the_schema() {
        assertThat(mistakes("parley: 1\nname: S\ncases: [{name: a, turns: [{user: hi, expect: [contains-json: 5]}]}]"))
                .extracting(FieldError::message)
                .containsExactly("must be true or a map such as {schema: {required: [city]}}");
        assertThat(mistakes("parley: 1\nname: S\n\"it's {odd}\": 1\ncases: [{name: a, turns: [{user: hi}]}]"))
                .extracting(FieldError::message)
                .singleElement()
                .asString()
                .startsWith("unknown key it's {odd}; known are parley");
    }

    @Test
    void mistakes_in_parts_and_turns_are_told_with_their_lines() {
        List<FieldError> mistakes = mistakes("""
                parley: 1
                name: S
                parts:
                  login:
                    - include: login
                  "no name": [{user: hi}]
                  long: [%s]
                cases:
                  - name: one
                    turns:
                      - include: logout
                      - {include: login, when: x}
                      - {when: x}
                      - user: []
                      - {user: hi, when: 7}
                  - name: two
                    turns: [{include: long}, {include: long}]
                """.formatted(String.join(", ", Collections.nCopies(60, "{user: hi}"))));

        assertThat(mistakes)
                .extracting(mistake -> mistake.line() + " " + mistake.field())
                .containsExactly(
                        "3 /parts",
                        "5 /parts/login/0/include",
                        "11 /cases/0/turns/0/include",
                        "12 /cases/0/turns/1",
                        "13 /cases/0/turns/2",
                        "14 /cases/0/turns/3/user",
                        "15 /cases/0/turns/4/when",
                        "17 /cases/1/turns");
        assertThat(mistakes.get(2).message()).isEqualTo("must be the name of one of the suite's parts");
        assertThat(mistakes.get(4).message()).isEqualTo("must have user, which is what the user says, or include");
    }

    @Test
    void mistakes_in_tools_are_told_with_their_lines() {
        List<FieldError> mistakes = mistakes("""
                parley: 1
                name: S
                cases:
                  - name: one
                    turns: [{user: hi}]
                    tools:
                      - name: look up
                      - {name: a, returns: 1, error: x}
                      - name: a
                        parameters: {type: nonsense}
                      - {name: b, delay: soon}
                      - {nam: c}
                """);

        assertThat(mistakes)
                .extracting(mistake -> mistake.line() + " " + mistake.field())
                .containsExactly(
                        "7 /cases/0/tools/0/name",
                        "8 /cases/0/tools/1",
                        "9 /cases/0/tools/2/name",
                        "10 /cases/0/tools/2/parameters",
                        "11 /cases/0/tools/3/delay",
                        "12 /cases/0/tools/4",
                        "12 /cases/0/tools/4/nam");
        assertThat(mistakes.get(1).message()).isEqualTo("takes returns or error, not both");
        assertThat(mistakes.get(2).message()).isEqualTo("is the name of the tool in line 8 too; names must differ");
    }

    @Test
    void mistakes_of_every_kind_are_told_together_in_the_order_of_their_lines() {
        List<FieldError> mistakes = mistakes("""
                parley: 2
                name: " S"
                surprise: 1
                cases:
                  - name: one
                    timeout: 5 minutes
                    turns:
                      - user: ""
                        expect:
                          - regex: "(unclosed"
                          - json-path: {path: "$..", exists: true}
                          - json-schema: {type: nonsense}
                          - not: {regex: "a(?=b)"}
                          - contains: 5
                          - json-schema: {$ref: "http://example.com/x"}
                  - name: one
                    turns: []
                    turns: [{user: hi, capture: {x: {json-path: "$.b[?("}}}]
                  - turns: [{user: hi}]
                """);

        assertThat(mistakes)
                .extracting(mistake -> mistake.line() + " " + mistake.field())
                .containsExactly(
                        "1 /parley",
                        "2 /name",
                        "3 /surprise",
                        "6 /cases/0/timeout",
                        "8 /cases/0/turns/0/user",
                        "10 /cases/0/turns/0/expect/0/regex",
                        "11 /cases/0/turns/0/expect/1/json-path/path",
                        "12 /cases/0/turns/0/expect/2/json-schema",
                        "13 /cases/0/turns/0/expect/3/not/regex",
                        "14 /cases/0/turns/0/expect/4/contains",
                        "15 /cases/0/turns/0/expect/5/json-schema",
                        "16 /cases/1/name",
                        "17 /cases/1/turns",
                        "18 /cases/1/turns",
                        "19 /cases/2");
        assertThat(mistakes)
                .zipSatisfy(
                        List.of(
                                "must be 1, the version of the suite format",
                                "must be one line that neither starts nor ends with a space",
                                "unknown key surprise; known are parley, name, target, defaults, models, gate, parts and cases",
                                "must be a duration such as 800ms, 10s or 2m",
                                "must be at least 1 characters long",
                                "is no regular expression of RE2 syntax: missing closing )",
                                "is no JSONPath",
                                "is no JSON Schema that can be used here: /type does not have a value in the enumeration",
                                "is no regular expression of RE2 syntax: invalid or unsupported Perl syntax",
                                "must be a text; put a number in quotes",
                                "is no JSON Schema that can be used here: Schema from 'http://example.com/x'",
                                "is the name of the case in line 5 too; names must differ",
                                "must have at least 1 items but found 0",
                                "stands there twice",
                                "required property 'name' not found"),
                        (mistake, words) -> assertThat(mistake.message()).startsWith(words));
    }

    @Test
    void a_model_of_a_suite_holds_no_key_and_has_an_address_or_takes_that_of_a_registered_one() {
        List<FieldError> mistakes = mistakes("""
                parley: 1
                name: S
                models:
                  a: {base-url: "https://api.example.com/v1", model: m, key: sk-1234567890}
                  b: {model: m}
                  c: {base-url: "https://user:secret@api.example.com/v1", model: m}
                  d: {base-url: "file:///etc/passwd", model: m}
                  e: {base-url: "https://api.example.com/v1"}
                  f: {model: m, key: $}
                  g: {model: m, key: $large, api-key: x}
                  " h": {model: m, key: $large}
                  i: {model: m, key: "$large one"}
                  j: {base-url: "http://127.0.0.1:11434/v1", model: "qwen3:4b"}
                cases: [{name: a, turns: [{user: hi}]}]
                """);

        assertThat(mistakes)
                .extracting(mistake -> mistake.line() + " " + mistake.field())
                .containsExactly(
                        "3 /models",
                        "4 /models/a/key",
                        "5 /models/b",
                        "5 /models/b",
                        "6 /models/c/base-url",
                        "7 /models/d/base-url",
                        "8 /models/e",
                        "9 /models/f/key",
                        "10 /models/g/api-key");
        assertThat(mistakes.get(1).message())
                .isEqualTo(
                        "must be $ and the name of a registered model whose key is used, such as $judge; a suite is stored in clear and holds no key itself");
        assertThat(mistakes).extracting(FieldError::message).noneMatch(message -> message.contains("sk-1234567890"));
    }

    @Test
    void mistakes_in_simulated_users_and_caches_are_told_with_their_lines() {
        List<FieldError> mistakes = mistakes("""
                parley: 1
                name: S
                models:
                  judge: {model: m, key: $large}
                cases:
                  - {name: nothing}
                  - {name: a, simulate: {persona: p, goal: g, model: judge}}
                  - {name: b, simulate: {persona: p, goal: g, model: bot, max-turns: 51}}
                  - {name: c, simulate: {persona: p, model: bot, turns: 3}}
                  - {name: d, cache: 31d, turns: [{user: hi}]}
                """);

        assertThat(mistakes)
                .extracting(mistake -> mistake.line() + " " + mistake.field())
                .containsExactly(
                        "6 /cases/0",
                        "7 /cases/1/simulate/model",
                        "8 /cases/2/simulate/max-turns",
                        "9 /cases/3/simulate",
                        "9 /cases/3/simulate/turns",
                        "10 /cases/4/cache");
        assertThat(mistakes.getFirst().message()).isEqualTo("must have turns, or simulate, or both");
        assertThat(mistakes.get(1).message()).startsWith("must be a model of the suite that needs no key");
    }

    @Test
    void mistakes_without_end_are_cut_off_and_counted() {
        String cases = "  - 1\n".repeat(5_000);

        List<FieldError> mistakes = mistakes("parley: 1\nname: S\ncases:\n" + cases);

        assertThat(mistakes).hasSize(1_001);
        assertThat(mistakes.getLast().message()).isEqualTo("4000 more mistakes are not shown");
    }
}
