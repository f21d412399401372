package io.parley.validation.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

    @ParameterizedTest
    @CsvSource({
        "'PASS', PASS",
        "'PASS PASS', PASS",
        "'PASS FAIL', FAIL",
        "'FAIL ERROR UNSURE', FAIL",
        "'PASS ERROR UNSURE', ERROR",
        "'PASS UNSURE', UNSURE",
        "'ERROR', ERROR",
        "'UNSURE', UNSURE",
    })
    void without_a_threshold_the_worst_assertion_decides(String verdicts, Verdict expected) {
        assertThat(Judgement.of(results(verdicts), null).verdict()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'PASS', 1, PASS",
        "'PASS FAIL', 0.5, PASS",
        "'PASS FAIL', 0.51, FAIL",
        "'FAIL FAIL', 0, PASS",
        "'PASS*3 FAIL*1', 0.75, PASS",
        "'PASS*3 FAIL*1', 0.76, FAIL",
        "'PASS*0.1 PASS*0.2 FAIL*0.7', 0.3, PASS",
        "'PASS*0.1 PASS*0.7 FAIL*0.2', 0.8, PASS",
        "'PASS FAIL FAIL', 0.3333333333, PASS",
        "'PASS FAIL FAIL', 0.3334, FAIL",
        "'PASS PASS PASS ERROR', 0.5, ERROR",
        "'FAIL FAIL ERROR', 0.9, ERROR",
        "'PASS PASS UNSURE', 0.5, UNSURE",
        "'ERROR UNSURE', 0.5, ERROR",
    })
    void with_a_threshold_the_score_decides_once_nothing_is_open(String verdicts, double threshold, Verdict expected) {
        assertThat(Judgement.of(results(verdicts), threshold).verdict()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'PASS', 1", "'FAIL', 0", "'PASS*3 FAIL*1', 0.75", "'PASS ERROR', 0.5", "'', 0"})
    void the_score_is_the_mean_by_weight(String verdicts, double score) {
        assertThat(Judgement.of(results(verdicts), null).score()).isCloseTo(score, within(1e-12));
    }

    @Test
    void nothing_at_all_is_never_a_pass() {
        assertThat(Judgement.of(List.of(), null).verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(Judgement.of(List.of(), 0.0).verdict()).isEqualTo(Verdict.UNSURE);
    }

    /** Such as {@code PASS*3 FAIL}: verdicts with weights. */
    private static List<AssertionResult> results(String text) {
        return Stream.of(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> result(part.split("\\*")))
                .toList();
    }

    private static AssertionResult result(String... parts) {
        Verdict verdict = Verdict.valueOf(parts[0]);
        double weight = parts.length > 1 ? Double.parseDouble(parts[1]) : 1;
        return new AssertionResult("contains", 0, verdict, verdict == Verdict.PASS ? 1 : 0, weight, "", Map.of());
    }
}
