package io.parley.validation.judges;

import static io.parley.contracts.Verdict.ERROR;
import static io.parley.contracts.Verdict.FAIL;
import static io.parley.contracts.Verdict.PASS;
import static io.parley.contracts.Verdict.UNSURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Verdict;
import io.parley.validation.assertions.Finding;
import io.parley.validation.chat.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotTest {

    @ParameterizedTest
    @CsvSource({
        "y, PASS",
        "n, FAIL",
        "-, UNSURE", // too little confidence
        "?, UNSURE", // not trusted
        "x, ERROR", // no verdict
        "y y, PASS",
        "y n, UNSURE",
        "y -, UNSURE",
        "y x, ERROR",
        "y y n, PASS",
        "n n y, FAIL",
        "y y x, PASS",
        "n n x, FAIL",
        "y n x, ERROR",
        "y n -, UNSURE",
        "y n ?, UNSURE",
        "y x x, ERROR",
        "- - y, UNSURE",
        "- - x, ERROR",
        "x x x, ERROR",
        "y y n n, UNSURE",
        "y y y n, PASS",
        "y y x x, ERROR",
        "n n n x x, FAIL",
    })
    void more_than_half_of_all_judges_decide(String votes, Verdict verdict) {
        assertThat(finding(votes).verdict()).isEqualTo(verdict);
    }

    @Test
    void the_score_is_how_likely_the_judges_hold_it() {
        assertThat(finding("y").score()).isEqualTo(0.9);
        assertThat(finding("n").score()).isEqualTo(1 - 0.9);
        assertThat(finding("y y n").score()).isEqualTo((0.9 + 0.9 + (1 - 0.9)) / 3);
        assertThat(finding("y y x").score()).isEqualTo(0.9);
        assertThat(finding("-").score()).isZero();
    }

    @Test
    void a_confidence_of_just_the_threshold_counts() {
        assertThat(finding(0.3, "-").verdict()).isEqualTo(PASS);
        assertThat(finding(0.31, "-").verdict()).isEqualTo(UNSURE);
        assertThat(finding(0.9, "n").verdict()).isEqualTo(FAIL);
        assertThat(finding(0.91, "n").verdict()).isEqualTo(UNSURE);
    }

    @Test
    void the_reason_quotes_the_judges() {
        assertThat(finding("y").reason()).isEqualTo("j0 says yes with a confidence of 0.9: \"because\"");
        assertThat(finding("-").reason()).isEqualTo("j0 says yes with a confidence of 0.3, below 0.6: \"because\"");
        assertThat(finding("?").reason())
                .isEqualTo("j0 says yes, but agrees with people too rarely to count: \"because\"");
        assertThat(finding("x").reason()).isEqualTo("j0 gave no verdict: it is gone");
        assertThat(finding("n x n").reason())
                .isEqualTo(
                        "2 of 3 judges say no: j0 says no with a confidence of 0.9: \"because\"; j1 gave no verdict: it is gone; j2 says no with a confidence of 0.9: \"because\"");
        assertThat(finding("y n").reason()).startsWith("no majority of the judges: ");
        assertThat(finding("y x").reason()).startsWith("no majority without the judges that gave no verdict: ");
    }

    @Test
    void the_evidence_has_what_each_judge_said_and_took() {
        Finding finding = finding("y x");

        assertThat(finding.evidence()).containsEntry("threshold", 0.6);
        assertThat(finding.evidence())
                .extractingByKey("judges", InstanceOfAssertFactories.LIST)
                .containsExactly(
                        Map.of(
                                "model",
                                "large",
                                "name",
                                "j0",
                                "prompt",
                                "rubric-1",
                                "verdict",
                                PASS.name(),
                                "counts",
                                true,
                                "confidence",
                                0.9,
                                "reason",
                                "because",
                                "inputTokens",
                                7L,
                                "outputTokens",
                                2L,
                                "cost",
                                new BigDecimal("0.00012")),
                        Map.of(
                                "model",
                                "large",
                                "name",
                                "j1",
                                "prompt",
                                "rubric-1",
                                "verdict",
                                ERROR.name(),
                                "reason",
                                "it is gone",
                                "inputTokens",
                                0L,
                                "outputTokens",
                                0L,
                                "cost",
                                new BigDecimal("0")));
    }

    @Test
    void what_a_judge_said_is_told_even_if_it_does_not_count() {
        assertThat(finding("?").evidence())
                .extractingByKey("judges", InstanceOfAssertFactories.LIST)
                .first(InstanceOfAssertFactories.MAP)
                .containsEntry("verdict", PASS.name())
                .containsEntry("counts", false);
    }

    private static Finding finding(String votes) {
        return finding(Jury.USUAL_THRESHOLD, votes);
    }

    private static Finding finding(double threshold, String votes) {
        List<Vote> cast = new ArrayList<>();
        for (String vote : votes.split(" ", -1)) {
            cast.add(vote(new Juror("j" + cast.size(), "large", "rubric-1"), vote));
        }
        return new Ballot(cast, threshold).finding();
    }

    private static Vote vote(Juror juror, String vote) {
        Spent spent = new Spent(new Usage(7, 2), new BigDecimal("0.000120"));
        return switch (vote) {
            case "y" -> new Vote.Cast(juror, new Opinion(true, 0.9, "because"), spent, true);
            case "n" -> new Vote.Cast(juror, new Opinion(false, 0.9, "because"), spent, true);
            case "-" -> new Vote.Cast(juror, new Opinion(true, 0.3, "because"), spent, true);
            case "?" -> new Vote.Cast(juror, new Opinion(true, 0.9, "because"), spent, false);
            case "x" -> new Vote.Missing(juror, "it is gone", Spent.NOTHING);
            default -> throw new IllegalArgumentException(vote);
        };
    }
}
