package io.parley.validation.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Verdict;
import io.parley.validation.testing.Scored;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgedTest {

    @Test
    void a_decision_is_a_label_for_every_judge_if_all_else_passed() {
        assertThat(Judged.labelledBy(List.of(
                        Scored.result("contains", Verdict.PASS),
                        Scored.judged("owl", Verdict.UNSURE),
                        Scored.judged("fox", Verdict.FAIL))))
                .containsExactly(
                        new Judged("owl", "rubric-1", Verdict.UNSURE), new Judged("fox", "rubric-1", Verdict.FAIL));
    }

    @Test
    void what_a_person_may_have_decided_for_another_reason_is_no_label() {
        for (Verdict verdict : List.of(Verdict.FAIL, Verdict.ERROR, Verdict.UNSURE)) {
            assertThat(Judged.labelledBy(
                            List.of(Scored.result("contains", verdict), Scored.judged("owl", Verdict.PASS))))
                    .isEmpty();
        }
    }

    @Test
    void a_judge_that_failed_has_said_nothing_that_could_be_right_or_wrong() {
        assertThat(Judged.labelledBy(List.of(Scored.judged("owl", Verdict.ERROR))))
                .isEmpty();
    }

    @Test
    void a_judge_under_not_gets_no_label_and_what_it_decided_was_no_judges() {
        Map<String, Object> evidence = Scored.judged("owl", Verdict.PASS).evidence();

        assertThat(Judged.labelledBy(List.of(
                        new AssertionResult("not", null, Verdict.FAIL, 0, 1, "because", evidence),
                        Scored.judged("fox", Verdict.PASS))))
                .isEmpty();
        assertThat(Judged.labelledBy(List.of(
                        new AssertionResult("not", null, Verdict.PASS, 1, 1, "because", evidence),
                        Scored.judged("fox", Verdict.FAIL))))
                .containsExactly(new Judged("fox", "rubric-1", Verdict.FAIL));
    }

    @Test
    void evidence_that_is_no_judges_verdict_is_left_out() {
        List<Object> judges = List.of(
                "owl",
                Map.of("model", "owl", "prompt", "1"),
                Map.of("model", " ", "prompt", "1", "verdict", "PASS"),
                Map.of("model", "o\0wl", "prompt", "1", "verdict", "PASS"),
                Map.of("model", "x".repeat(201), "prompt", "1", "verdict", "PASS"),
                Map.of("model", "owl", "verdict", "PASS"),
                Map.of("model", "owl", "prompt", 7, "verdict", "PASS"));

        assertThat(Judged.labelledBy(List.of(
                        new AssertionResult("rubric", null, Verdict.PASS, 1, 1, "because", Map.of("judges", judges)))))
                .containsExactly(new Judged("owl", "7", Verdict.PASS));
    }
}
