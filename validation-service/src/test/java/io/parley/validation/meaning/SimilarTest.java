package io.parley.validation.meaning;

import static io.parley.contracts.Verdict.FAIL;
import static io.parley.contracts.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Answer;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Subject;
import io.parley.validation.testing.Checking;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static Vertx vertx;
    private static Embedder embedder;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        embedder = new LocalEmbedder(vertx);
    }

    @AfterAll
    static void stop() {
        vertx.close().await().atMost(LONG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'to': 'It will be sunny in Berlin'}                     | Expect sunshine in Berlin.       | PASS
            {'to': 'It will be sunny in Berlin'}                     | Your password has been reset.    | FAIL
            {'to': 'It will be sunny in Berlin'}                     | It will be sunny in Berlin       | PASS
            {'to': 'It will be sunny in Berlin', 'at-least': 1}      | Expect sunshine in Berlin.       | FAIL
            {'to': 'It will be sunny in Berlin', 'at-least': 0}      | Your password has been reset.    | PASS
            {'to': ['I cannot help', 'It will be sunny in Berlin']}  | Expect sunshine in Berlin.       | PASS
            {'to': ['I cannot help', 'Goodbye!']}                    | Expect sunshine in Berlin.       | FAIL
            {'to': 'It will be sunny in Berlin'}                     | ``                               | FAIL
            {'to': 'It will be sunny in Berlin'}                     | `  `                             | FAIL
            {'to': 'café in Zürich 👍'}                              | cafe in Zurich 👍                | PASS
            {'to': 'Your order has been shipped to you'}             | {"weather": [                    | FAIL
            {'to': 'Add two eggs and stir until smooth'}             | 42                               | FAIL
            """)
    void the_nearest_of_the_expected_texts_decides(String similar, String answer, Verdict verdict) {
        assertThat(check("{'similar': " + similar + "}", answer).verdict()).isEqualTo(verdict);
        assertThat(check("{'not': {'similar': " + similar + "}}", answer).verdict())
                .isEqualTo(verdict == PASS ? FAIL : PASS);
    }

    @Test
    void the_reason_and_the_evidence_have_the_nearest_text_the_score_and_the_threshold() {
        Finding finding = check("{'similar': {'to': ['Goodbye!', 'Good morning!']}}", "Good morning!");

        assertThat(finding.score()).isCloseTo(1, within(1e-6));
        assertThat(finding.reason())
                .isEqualTo(
                        "the answer is similar to \"Good morning!\" by 1.000, at least 0.75 was expected: \"Good morning!\"");
        assertThat(finding.evidence())
                .contains(entry("nearest", "Good morning!"), entry("atLeast", 0.75), entry("compared", "all of it"));
    }

    @Test
    void a_blank_answer_is_said_to_be_blank() {
        assertThat(check("{'similar': {'to': 'x'}}", " ").reason()).isEqualTo("the answer is blank: \" \"");
    }

    @Test
    void a_long_answer_is_compared_as_a_whole_and_of_a_huge_one_the_beginning() {
        String sentence = "The train leaves from platform four. ";

        Finding sentences = check("{'similar': {'to': 'The train leaves from platform four.'}}", sentence.repeat(120));
        Finding huge = check("{'similar': {'to': 'The train leaves from platform four.'}}", sentence.repeat(30_000));

        assertThat(sentences.verdict()).isEqualTo(PASS);
        assertThat(sentences.evidence()).containsEntry("compared", "all of it");
        assertThat(huge.verdict()).isEqualTo(PASS);
        assertThat(huge.evidence()).containsEntry("compared", "its beginning");
        assertThat(huge.reason()).endsWith("; only its beginning was compared");
    }

    @Test
    void the_same_text_means_the_same_whatever_is_asked_beside_it() {
        Meaning alone = meaning(embedder.embed(List.of(new MeaningOf("Parking is free")))
                .await()
                .atMost(LONG));
        Meaning among = meaning(embedder.embed(
                        List.of(new MeaningOf("Parking is free"), new MeaningOf("x"), new MeaningOf("y ".repeat(400))))
                .await()
                .atMost(LONG));

        assertThat(alone.cosine(among)).isGreaterThan(0.9999999);
    }

    private static Meaning meaning(Map<MeaningOf, Answer<Meaning>> answers) {
        return Answers.of(answers).to(new MeaningOf("Parking is free"));
    }

    private static Finding check(String assertion, String answer) {
        Subject subject = Subject.ofTurn(Checking.transcript(answer), 0, Effort.ofOneExecution());
        Expectation expectation = Checking.read(assertion);
        List<MeaningOf> needs =
                expectation.needs(subject).map(MeaningOf.class::cast).toList();
        Answers answers = needs.isEmpty()
                ? Answers.none()
                : Answers.of(embedder.embed(needs).await().atMost(LONG));
        return expectation.check(subject, answers);
    }
}
