package io.parley.run.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parley.platform.json.WireFormat;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemBody;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteMistakesTest {

    private static final SuiteSchema SCHEMA = new SuiteSchema();

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
                                "unknown key surprise; known are parley, name, target, defaults, models, gate and cases",
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
    void a_script_that_is_no_javascript_is_refused_with_its_line_and_is_never_run() {
        List<FieldError> mistakes = mistakes("""
                parley: 1
                name: S
                cases:
                  - name: a
                    turns:
                      - user: hi
                        expect:
                          - javascript: output.length < 200 && /ö😀/.test(output)
                          - javascript: "{pass: json.total === 1, reason: 'x'}"
                          - javascript: |
                              const n = turns.length;
                              return n > 1
                          - javascript: output +* 2
                          - javascript: |
                              const n = turns.length;
                              return n +* 1
                          - not: {javascript: "const n = /(/; return n"}
                          - javascript: "return 010"
                          - javascript: "{{ city }} +* 1"
                          - javascript: for (;;) {}
                          - javascript: "throw new Error('no')"
                          - javascript: return 1}), (function () { for (;;) {} })(), (function () {
                """);

        assertThat(mistakes)
                .extracting(mistake -> mistake.line() + " " + mistake.message())
                .containsExactly(
                        "13 is no JavaScript: unexpected token in expression: '*' (line 1 of the script)",
                        "14 is no JavaScript: unexpected token in expression: '*' (line 2 of the script)",
                        "17 is no JavaScript: expecting ')'",
                        "18 is no JavaScript: Octal literals are not allowed in strict mode (line 1 of the script)");
    }

    @Test
    void a_suite_of_scripts_that_are_none_is_looked_at_in_bounds() {
        String all = IntStream.range(0, 90)
                .mapToObj(n -> "{javascript: return " + n + " +* 1}")
                .collect(Collectors.joining(", "));

        List<FieldError> mistakes =
                mistakes("parley: 1\nname: S\ncases: [{name: a, turns: [{user: hi, expect: [" + all + "]}]}]");

        assertThat(mistakes).hasSize(ScriptSyntax.MOST_ENGINES / 2);
    }

    @Test
    void what_must_compile_is_found_inside_groups_and_groups_go_five_levels_deep() {
        List<FieldError> mistakes = mistakes("""
                parley: 1
                name: S
                cases:
                  - name: one
                    turns:
                      - user: hi
                        expect:
                          - all: [{contains: a}, {any: [{regex: "("}]}]
                          - weighted: {threshold: 1, of: [{not: {json-path: {path: "$.["}}}]}
                          - tool-args: {name: f, schema: {type: nonsense}}
                          - all: [{all: [{all: [{all: [{all: [{contains: a}]}]}]}]}]
                          - all: [{all: [{all: [{all: [{regex: "{{it}}("}]}]}]}]
                          - regex: {no: text}
                """);

        assertThat(mistakes)
                .extracting(mistake -> mistake.line() + " " + mistake.field() + " " + mistake.message())
                .satisfiesExactly(
                        pattern -> assertThat(pattern)
                                .startsWith("8 /cases/0/turns/0/expect/0/all/1/any/0/regex is no reg"),
                        path -> assertThat(path)
                                .startsWith(
                                        "9 /cases/0/turns/0/expect/1/weighted/of/0/not/json-path/path is no JSONPath"),
                        schema -> assertThat(schema)
                                .startsWith("10 /cases/0/turns/0/expect/2/tool-args/schema is no JSON Schema"),
                        deep -> assertThat(deep)
                                .isEqualTo("11 /cases/0/turns/0/expect/3/all/0/all/0/all/0/all/0/all/0 stands too deep:"
                                        + " groups of assertions go 5 levels deep"),
                        type -> assertThat(type).startsWith("13 /cases/0/turns/0/expect/5/regex"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: [1, 2' | 1 | expected ',' or ']'",
                "'a: 1\n b: 2' | 2 | mapping values are not allowed",
                "'a: &x [*x]' | 1 | refers to nothing",
                "'a: *y' | 1 | refers to nothing",
                "'a: 1\n---\nb: 2' | 2 | second document",
                "'' | 1 | empty",
                "'# only a comment' | 1 | empty",
                "'? [a, b]\n: 1' | 1 | key must be a text",
                "'a: \"\\q\"' | 1 | unknown escape",
            })
    void text_that_is_not_well_formed_is_refused_with_the_line_where_reading_ended(
            String text, int line, String message) {
        ProblemBody problem = refusal(text);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("suite-malformed");
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.message()).contains(message);
        });
    }

    @Test
    void a_control_character_is_named_with_its_line() {
        ProblemBody problem = refusal("parley: 1\nname: \"a\u0007\"");

        assertThat(problem.errors()).containsExactly(new FieldError("", "the character U+0007 is not allowed", 2));
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThat(refusal("[".repeat(200_000)).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("nested deeper"));
    }

    @Test
    void aliases_that_multiply_are_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int n = 1; n < 10; n++) {
            String again = "*a" + (n - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(n, n, String.join(", ", Collections.nCopies(10, again))));
        }

        ProblemBody problem = refusal(bomb.toString());

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("more than 400000 values"));
    }

    @Test
    void a_suite_that_multiplies_to_too_many_executions_is_refused_before_it_is_multiplied() {
        String values = IntStream.range(0, 1000).mapToObj(Integer::toString).collect(Collectors.joining(", "));

        List<FieldError> mistakes = mistakes("""
                parley: 1
                name: S
                cases:
                  - name: a
                    vars: {a: [%1$s], b: [%1$s], c: [%1$s]}
                    turns: [{user: hi}]
                """.formatted(values));

        assertThat(mistakes)
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message())
                        .isEqualTo("multiply to 1000000000 executions; a suite has at most 100000"));
    }

    @Test
    void mistakes_without_end_are_cut_off_and_counted() {
        String cases = "  - 1\n".repeat(5_000);

        List<FieldError> mistakes = mistakes("parley: 1\nname: S\ncases:\n" + cases);

        assertThat(mistakes).hasSize(1_001);
        assertThat(mistakes.getLast().message()).isEqualTo("4000 more mistakes are not shown");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(new byte[] {(byte) 0xFF, (byte) 0xFE, 0}));

        assertThat(problem.type().status()).isEqualTo(400);
    }

    @Test
    void what_neither_json_nor_the_database_can_hold_is_refused() {
        List<FieldError> mistakes = mistakes("""
                parley: 1
                name: S
                cases:
                  - name: a
                    vars: {a: .nan, b: "x\\0y", c: !secret z, d: %s}
                    turns: [{user: hi}]
                """.formatted("9".repeat(10_000)));

        assertThat(mistakes)
                .extracting(FieldError::field)
                .containsExactly("/cases/0/vars/a", "/cases/0/vars/b", "/cases/0/vars/c", "/cases/0/vars/d");
    }

    private static List<FieldError> mistakes(String text) {
        ProblemBody problem = refusal(text);
        assertThat(problem.status()).isEqualTo(422);
        return Objects.requireNonNull(problem.errors());
    }

    private static ProblemBody refusal(String text) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(text.getBytes(StandardCharsets.UTF_8)));
        return problem.body("test");
    }

    private static SuiteFile read(byte[] text) {
        return SuiteFile.read(text, SCHEMA, WireFormat.mapper());
    }
}
