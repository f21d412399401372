package io.parley.validation.groups;

import static io.parley.validation.testing.Checking.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.parley.contracts.Verdict;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.testing.Checking;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupsTest {

    /** Assertions by what they say of the answer "größe". */
    private static final Map<String, String> SAYING = Map.of(
            "P", "{'contains': 'ö'}",
            "F", "{'contains': 'x'}",
            "E", "{'intent': 'x'}",
            "U", "{'human': 'Well?'}");

    @ParameterizedTest
    @CsvSource(textBlock = """
            P,     PASS,   PASS
            F,     FAIL,   FAIL
            E,     ERROR,  ERROR
            U,     UNSURE, UNSURE
            P P,   PASS,   PASS
            P F,   FAIL,   PASS
            P E,   ERROR,  PASS
            P U,   UNSURE, PASS
            F F,   FAIL,   FAIL
            F E,   FAIL,   ERROR
            F U,   FAIL,   UNSURE
            E U,   ERROR,  ERROR
            P F E U, FAIL, PASS
            F E U, FAIL,   ERROR
            P E U, ERROR,  PASS
            """)
    void all_is_judged_as_an_execution_and_any_passes_if_one_passes(String parts, Verdict all, Verdict any) {
        assertThat(check("{'all': " + list(parts) + "}", "größe").verdict()).isEqualTo(all);
        assertThat(check("{'any': " + list(parts) + "}", "größe").verdict()).isEqualTo(any);
        assertThat(check("{'not': {'all': " + list(parts) + "}}", "größe").verdict())
                .isEqualTo(opposite(all));
        assertThat(check("{'not': {'any': " + list(parts) + "}}", "größe").verdict())
                .isEqualTo(opposite(any));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0.5  | P F     | PASS   | 0.5      | the mean score of 2 is 0.5, at least 0.5
            0.51 | P F     | FAIL   | 0.5      | the mean score of 2 is 0.5, below 0.51; contains: the answer does not contain "x": "größe"
            0.6  | P P F   | PASS   | 0.666667 | the mean score of 3 is 0.6666, at least 0.6
            1    | P P     | PASS   | 1        | the mean score of 2 is 1, at least 1
            0    | F       | PASS   | 0        | the mean score of 1 is 0, at least 0
            0    | P E     | ERROR  | 0.5      | not all could be told; intent: the target reports no intent; the target's setting reports.intent is to say where in a response it stands
            0    | P U     | UNSURE | 0.5      | not all could be told; human: a reviewer is to decide: "Well?"
            0    | U E F   | ERROR  | 0        | not all could be told; intent: the target reports no intent; the target's setting reports.intent is to say where in a response it stands
            """)
    void weighted_passes_from_a_mean_score_on(
            double threshold, String parts, Verdict verdict, double score, String reason) {
        Finding finding = check("{'weighted': {'threshold': " + threshold + ", 'of': " + list(parts) + "}}", "größe");

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.score()).isEqualTo(score, offset(1e-6));
    }

    @Test
    void weights_stand_beside_the_parts() {
        String parts =
                "[{'contains': 'ö', 'weight': 3}, {'contains': 'x', 'weight': 0.1}, {'contains': 'y', 'weight': 0.9}]";

        assertThat(check("{'weighted': {'threshold': 0.75, 'of': " + parts + "}}", "größe")
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(check("{'all': " + parts + "}", "größe").score()).isEqualTo(0.75, offset(1e-9));
        assertThat(check("{'any': " + parts + "}", "größe").score()).isEqualTo(1);
    }

    @Test
    void the_reason_tells_how_many_hold_and_the_first_that_decides() {
        assertThat(check("{'all': " + list("P P") + "}", "größe").reason()).isEqualTo("all 2 hold");
        assertThat(check("{'all': " + list("P F F") + "}", "größe").reason())
                .isEqualTo("2 of 3 do not hold; contains: the answer does not contain \"x\": \"größe\"");
        assertThat(check("{'any': " + list("F P") + "}", "größe").reason())
                .isEqualTo("1 of 2 hold; contains: the answer contains \"ö\"");
        assertThat(check("{'any': " + list("F F") + "}", "größe").reason())
                .isEqualTo("none of 2 holds; contains: the answer does not contain \"x\": \"größe\"");
        assertThat(check("{'any': " + list("F U") + "}", "größe").reason())
                .isEqualTo("none holds, and not all could be told; human: a reviewer is to decide: \"Well?\"");
    }

    @Test
    void the_evidence_has_every_part_and_what_it_said() {
        Finding finding = check("{'all': [{'contains': 'ö'}, {'any': [{'contains': 'x', 'weight': 2}]}]}", "größe");

        Map<String, Object> inner = Map.of(
                "type",
                "contains",
                "verdict",
                "FAIL",
                "score",
                0.0,
                "weight",
                2.0,
                "reason",
                "the answer does not contain \"x\": \"größe\"",
                "evidence",
                Map.of("expected", "x"));
        assertThat(finding.evidence())
                .extractingByKey("parts")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2)
                .element(1)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("type", "any")
                .containsEntry("evidence", Map.of("parts", List.of(inner)));
    }

    @Test
    void groups_hold_groups_five_levels_deep_and_no_deeper() {
        String four = "{'all': [{'any': [{'not': {'weighted': {'threshold': 1, 'of': [PART]}}}]}]}";

        assertThat(check(four.replace("PART", "{'contains': 'x'}"), "größe").verdict())
                .isEqualTo(Verdict.PASS);
        assertThatThrownBy(() -> Checking.read(four.replace("PART", "{'all': [{'contains': 'x'}]}")))
                .isInstanceOf(MalformedAssertion.class)
                .hasMessage("stands deeper than 5 levels in groups");
    }

    @Test
    void huge_and_empty_answers_are_passed_on() {
        assertThat(check("{'all': [{'length': {'exact': 0}}, {'equals': ''}]}", "")
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(check("{'any': [{'length': {'exact': 0}}, {'starts-with': 'aa'}]}", "a".repeat(1 << 20))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    private static Verdict opposite(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Verdict.FAIL;
            case FAIL -> Verdict.PASS;
            case ERROR, UNSURE -> verdict;
        };
    }

    private static String list(String parts) {
        return List.of(parts.split(" ")).stream().map(SAYING::get).toList().toString();
    }
}
