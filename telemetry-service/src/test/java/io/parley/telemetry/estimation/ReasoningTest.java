package io.parley.telemetry.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every sentence is in a file that people read before it changes; {@code -Dparley.golden=write} writes them anew. */
class ReasoningTest {

    private static final Path FILES = Path.of("src", "test", "resources", "estimation");

    @Test
    void an_assistant_with_evidence_from_every_source() throws IOException {
        List<Observation> observations = Seen.together(
                Seen.by(Source.EXECUTION, "++++-++++++-++++++++"),
                Seen.by(Source.EVENT, "+++-++++-+"),
                Seen.by(Source.REVIEW, "+++-+"),
                Seen.by(Source.OUTSIDE, "+"));

        check("assistant", Reasoning.of("refunds", assistant(observations)));
    }

    @Test
    void sources_that_contradict_each_other() throws IOException {
        List<Observation> observations = Seen.together(
                Seen.many(Source.EXECUTION, 40, index -> index % 20 != 0),
                Seen.many(Source.REVIEW, 20, index -> index % 10 == 0));

        check("contradiction", Reasoning.of("refunds", assistant(observations)));
    }

    @Test
    void a_learner_who_becomes_better() throws IOException {
        check("learner", Reasoning.of("fractions", learner(Seen.by(Source.EXECUTION, "----+-+++++++"))));
    }

    @Test
    void a_learner_of_whom_nothing_is_known() throws IOException {
        check("nothing", Reasoning.of("fractions", learner(List.of())));
    }

    @Test
    void too_little_and_too_open() throws IOException {
        check("too-little", Reasoning.of("dates", assistant(Seen.by(Source.EVENT, "-"))));
        check("too-open", Reasoning.of("dates", learner(Seen.by(Source.REVIEW, "+-+-+-"))));
    }

    @Test
    void two_assistants_over_several_skills() throws IOException {
        List<Comparison> comparisons = List.of(
                comparison("greetings", "++++-+++", "+++++-++-"),
                comparison("dates", "--+-+--+--", "++++++++++"),
                comparison("small talk", "+", ""),
                comparison("refunds", "++++++++++++++++++-+", "+-++-+-+--+"));

        check("comparison", Reasoning.of("bot 2", "bot 1", comparisons));
    }

    @Test
    void the_same_evidence_gives_the_same_sentences_in_every_language_of_the_machine() {
        List<Observation> observations = Seen.by(Source.EXECUTION, "++-+");
        List<String> sentences = Reasoning.of("refunds", assistant(observations));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));

            assertThat(Reasoning.of("refunds", assistant(observations))).isEqualTo(sentences);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_learner_and_an_assistant_are_not_compared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison("dates", learner(List.of()), assistant(List.of())));
    }

    private static Comparison comparison(String skill, String one, String other) {
        return new Comparison(skill, assistant(Seen.by(Source.REVIEW, one)), assistant(Seen.by(Source.REVIEW, other)));
    }

    private static Estimate assistant(List<Observation> observations) {
        return Estimation.of(SubjectKind.ASSISTANT, Parameters.DEFAULT, Reliabilities.DEFAULT, observations);
    }

    private static Estimate learner(List<Observation> observations) {
        return Estimation.of(SubjectKind.LEARNER, Parameters.DEFAULT, Reliabilities.DEFAULT, observations);
    }

    private static void check(String name, List<String> sentences) throws IOException {
        Path file = FILES.resolve(name + ".txt");
        if ("write".equals(System.getProperty("parley.golden"))) {
            Files.write(file, sentences);
        } else {
            assertThat(sentences).isEqualTo(Files.readAllLines(file));
        }
    }
}
