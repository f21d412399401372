package io.parley.validation.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Verdict;
import io.parley.platform.ids.Ids;
import io.parley.validation.meaning.Meaning;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusteringTest {

    @Test
    void failures_that_point_the_same_way_are_together_and_the_largest_group_comes_first() {
        List<Cluster> clusters = clustering()
                .cluster(List.of(failure("10"), failure("90"), failure("92"), failure("95"), failure("10")));

        assertThat(clusters)
                .extracting(cluster ->
                        cluster.failures().stream().map(Failure::type).toList())
                .containsExactly(List.of("92", "90", "95"), List.of("10", "10"));
    }

    @Test
    void the_order_of_the_failures_does_not_matter() {
        List<Failure> chain =
                List.of(failure("0"), failure("30"), failure("60"), failure("65"), failure("33"), failure("3"));

        List<Integer> forwards = sizes(chain);
        List<Integer> backwards = sizes(chain.reversed());

        assertThat(forwards).isEqualTo(backwards);
    }

    @Test
    void an_error_is_never_together_with_a_failure() {
        assertThat(clustering().cluster(List.of(failure("10"), failure(Verdict.ERROR, "10"))))
                .hasSize(2);
    }

    @Test
    void no_failures_are_no_groups() {
        assertThat(clustering().cluster(List.of())).isEmpty();
    }

    @Test
    void a_symptom_is_without_numbers_and_quotations() {
        Failure failure = new Failure(
                Ids.next(),
                1,
                null,
                Verdict.FAIL,
                "contains",
                "the answer does not contain \"Berlin\": \"{\"degrees\": 21.5}\"",
                "{\"degrees\": 21.5}");

        assertThat(Symptom.of(failure))
                .isEqualTo(new Symptom(Verdict.FAIL, "contains: the answer does not contain …", "{\"degrees\": 0}"));
    }

    @Test
    void where_a_reason_quotes_nothing_the_answer_is_not_the_matter() {
        Failure late = new Failure(
                Ids.next(), 1, null, Verdict.FAIL, "latency", "the answer took 900.5 ms, more than 800 ms", "Hello");

        assertThat(Symptom.of(late))
                .isEqualTo(new Symptom(Verdict.FAIL, "latency: the answer took 0 ms, more than 0 ms", ""));
    }

    private static List<Integer> sizes(List<Failure> failures) {
        return clustering().cluster(failures).stream()
                .map(cluster -> cluster.failures().size())
                .toList();
    }

    /** The symptom's meaning is its type, as an angle. */
    private static Clustering clustering() {
        return new Clustering(symptom -> {
            double angle = Math.toRadians(angle(symptom));
            return Meaning.of(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)}, true);
        });
    }

    private static double angle(Symptom symptom) {
        return symptom.answer().length();
    }

    private static Failure failure(String angle) {
        return failure(Verdict.FAIL, angle);
    }

    private static Failure failure(Verdict verdict, String angle) {
        String answer = "x".repeat(Integer.parseInt(angle));
        return new Failure(Ids.next(), 1, null, verdict, angle, "not \"" + answer + "\"", answer);
    }
}
