package io.parley.validation.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/meaning.md says of the model inside this service, on the pairs beside this test. */
class QualityTest {

    private static Map<String, List<Double>> cosines;

    @BeforeAll
    static void compareThePairs() throws IOException {
        SentenceModel model = SentenceModel.load();
        try (InputStream pairs = QualityTest.class.getResourceAsStream("pairs.txt")) {
            cosines = new String(Objects.requireNonNull(pairs).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .collect(Collectors.groupingBy(
                            pair -> pair[0],
                            Collectors.mapping(
                                    pair -> model.meaning(pair[1]).cosine(model.meaning(pair[2])),
                                    Collectors.toList())));
        }
    }

    @Test
    void there_are_enough_pairs() {
        assertThat(cosines).containsOnlyKeys("paraphrase", "topic", "unrelated", "negation", "numbers", "swapped");
        assertThat(cosines.values().stream().mapToInt(List::size).sum()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void the_usual_threshold_parts_paraphrases_from_what_is_on_the_same_topic() {
        assertThat(share("paraphrase", Similar.USUAL_THRESHOLD)).isGreaterThan(0.95);
        assertThat(share("topic", Similar.USUAL_THRESHOLD)).isZero();
        assertThat(share("unrelated", Similar.USUAL_THRESHOLD)).isZero();
    }

    @Test
    void a_threshold_of_60_percent_parts_the_same_topic_from_another() {
        assertThat(share("paraphrase", 0.6)).isEqualTo(1);
        assertThat(share("topic", 0.6)).isBetween(0.6, 0.9);
        assertThat(share("unrelated", 0.6)).isZero();
    }

    @Test
    void a_threshold_of_85_percent_loses_many_paraphrases() {
        assertThat(share("paraphrase", 0.85)).isBetween(0.5, 0.7);
    }

    @Test
    void negations_other_numbers_and_swapped_roles_look_the_same_at_every_useful_threshold() {
        assertThat(share("negation", Similar.USUAL_THRESHOLD)).isEqualTo(1);
        assertThat(share("numbers", Similar.USUAL_THRESHOLD)).isEqualTo(1);
        assertThat(share("swapped", 0.95)).isEqualTo(1);
    }

    private static double share(String kind, double threshold) {
        List<Double> all = Objects.requireNonNull(cosines.get(kind));
        return all.stream().filter(cosine -> cosine >= threshold).count() / (double) all.size();
    }
}
