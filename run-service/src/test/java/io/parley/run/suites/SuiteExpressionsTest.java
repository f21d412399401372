package io.parley.run.suites;

import static io.parley.run.suites.Refusals.mistakes;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.platform.problems.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must compile: patterns, paths, schemas and scripts. */
class SuiteExpressionsTest {

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
}
