package io.parley.validation.closeness;

import static io.parley.validation.testing.Checking.check;
import static io.parley.validation.testing.Checking.transcript;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.platform.expressions.TooCostly;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * BLEU on NLTK's texts is what sacrebleu 2.6.0 says, GLEU and METEOR what NLTK 3.10.3 says (METEOR with an empty WordNet). ROUGE, F1
 * and the rows on borders (empty, huge, one word, not English) are worked out from the formulas.
 */
class ClosenessTest {

    private static final String GUIDE =
            "It is a guide to action which ensures that the military always obeys the commands of the party";
    private static final String INSURE =
            "It is to insure the troops forever hearing the activity guidebook that party direct";
    private static final String HEED =
            "It is a guide to action that ensures that the military will forever heed Party commands";
    private static final String GUIDING =
            "It is the guiding principle which guarantees the military forces always being under the command of the Party";
    private static final String PRACTICAL =
            "It is the practical guide for the army always to heed the directions of the party";

    /** The texts of NLTK's documentation of its module bleu_score, and others. */
    private static final Map<String, String> TEXTS = Map.of(
            "GUIDE",
            GUIDE,
            "INSURE",
            INSURE,
            "HEED",
            '"' + HEED + '"',
            "ALL",
            "[\"" + HEED + "\", \"" + GUIDING + "\", \"" + PRACTICAL + "\"]",
            "HUGE",
            "word ".repeat(200_000));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bleu   | HEED                                  | GUIDE                         | 0.411804
            bleu   | ALL                                   | GUIDE                         | 0.504567
            bleu   | HEED                                  | INSURE                        | 0.064798
            bleu   | ALL                                   | INSURE                        | 0.069630
            bleu   | 'The cat is on the mat.'              | GUIDE                         | 0.025540
            bleu   | 'The cat is on the mat.'              | the the the the the the the   | 0.065673
            bleu   | 'The cat is on the mat.'              | The cat sat on the mat.       | 0.488923
            bleu   | 'The cat is on the mat.'              | The cat is on the mat.        | 1
            bleu   | 'hello world, foo 1,000.5 bar-baz!'   | hello world                   | 0.082085
            bleu   | 'Größe und Straße'                    | Größe und Straße              | 1
            bleu   | 'hello world'                         | nothing                       | 0
            bleu   | 'hello world'                         | ``                            | 0
            bleu   | HEED                                  | HUGE                          | 0
            gleu   | HEED                                  | GUIDE                         | 0.439394
            gleu   | ALL                                   | GUIDE                         | 0.439394
            gleu   | HEED                                  | INSURE                        | 0.120690
            gleu   | 'The cat is on the mat'               | The cat sat on the mat        | 0.5
            gleu   | 'Größe und Straße'                    | Größe und Straße              | 1
            gleu   | 'hello'                               | ``                            | 0
            gleu   | 'hello'                               | HUGE                          | 0
            gleu   | 'the'                                 | the the                       | 0.333333
            gleu   | ['no', 'the the']                     | the the                       | 1
            meteor | HEED                                  | GUIDE                         | 0.694444
            meteor | ALL                                   | INSURE                        | 0.303539
            meteor | 'the cat is on the mat'               | GUIDE                         | 0.208333
            meteor | 'on the mat sat the cat'              | the cat sat on the mat        | 0.5
            meteor | 'the cat was sitting on the mat'      | the cats sat on the mats      | 0.701449
            meteor | 'RUNNING'                             | runs                          | 0.5
            meteor | 'größe'                               | Größe                         | 0.5
            meteor | 'hello'                               | ``                            | 0
            meteor | 'hello'                               | HUGE                          | 0
            f1     | 'the Brandenburg Gate'                | Brandenburg gate!             | 1
            f1     | 'Brandenburg Gate'                    | It is the Brandenburg Gate.   | 0.666667
            f1     | ['Oslo', 'U.S.']                      | us                            | 1
            f1     | 'a b b'                               | b b b                         | 0.8
            f1     | 'the'                                 | ``                            | 1
            f1     | 'Oslo'                                | the                           | 0
            f1     | '„Straße“'                            | straße                        | 1
            f1     | 'word'                                | HUGE                          | 0.00001
            """)
    void a_score_is_what_the_published_programs_or_formulas_say(
            String measure, String to, String answer, double score) {
        Finding finding = measured(measure, to, answer);

        assertThat(finding.score()).isEqualTo(score, offset(1e-6));
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 | precision | The quick brown dog jumps on the log. | 0.75
            1 | recall    | The quick brown dog jumps on the log. | 0.666667
            1 | f1        | The quick brown dog jumps on the log. | 0.705882
            2 | recall    | The quick brown dog jumps on the log. | 0.25
            2 | precision | The quick brown dog jumps on the log. | 0.285714
            9 | recall    | the QUICK brown fox jumps over the lazy dog! | 1
            9 | f1        | fox                                   | 0
            1 | f1        | ``                                    | 0
            1 | precision | HUGE                                  | 0
            """)
    void rouge_n_is_what_its_formula_says(int n, String measure, String answer, double score) {
        Finding finding = check(
                "{'rouge-n': {'to': 'The quick brown fox jumps over the lazy dog', 'n': " + n + ", 'measure': '"
                        + measure + "', 'at-least': 0}}",
                TEXTS.getOrDefault(answer, answer));

        assertThat(finding.score()).isEqualTo(score, offset(1e-6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'levenshtein': {'to': 'kitten', 'at-most': 3}}                    | sitting  | PASS | the answer is 3 changes, at most 3, from "kitten"
            {'levenshtein': {'to': 'kitten', 'at-most': 2}}                    | sitting  | FAIL | the answer is 3 changes, more than 2, from "kitten": "sitting"
            {'levenshtein': {'to': 'kitten', 'at-most': 0}}                    | kitten   | PASS | the answer is 0 changes, at most 0, from "kitten"
            {'levenshtein': {'to': ['Oslo', 'Berlin'], 'at-most': 1}}          | Berlim   | PASS | the answer is 1 change, at most 1, from "Oslo", "Berlin"
            {'levenshtein': {'to': 'kitten', 'at-least': 0.57}}                | sitting  | PASS | the answer is 0.5714, at least 0.57, similar to "kitten"
            {'levenshtein': {'to': 'kitten', 'at-least': 0.58}}                | sitting  | FAIL | the answer is 0.5714, below 0.58, similar to "kitten": "sitting"
            {'levenshtein': {'to': 'abcd', 'at-least': 0.75}}                  | abcx     | PASS | the answer is 0.75, at least 0.75, similar to "abcd"
            {'levenshtein': {'to': '👍🏽', 'at-most': 1}}                        | 👍        | PASS | the answer is 1 change, at most 1, from "👍🏽"
            {'levenshtein': {'to': 'BERLIN', 'at-most': 0}, 'ignore-case': true} | berlin | PASS | the answer is 0 changes, at most 0, from "BERLIN"
            {'levenshtein': {'to': 'kitten', 'at-most': 5}}                    | ``       | FAIL | the answer is 6 changes, more than 5, from "kitten": ""
            {'not': {'levenshtein': {'to': 'kitten', 'at-most': 2}}}           | sitting  | PASS | the answer is 3 changes, more than 2, from "kitten": "sitting"
            {'wer': {'to': 'hello world', 'at-most': 0.5}}                     | hello duck | PASS | the word error rate of the answer against "hello world" is 0.5, at most 0.5
            {'wer': {'to': 'hello world', 'at-most': 0.49}}                    | hello duck | FAIL | the word error rate of the answer against "hello world" is 0.5, above 0.49: "hello duck"
            {'wer': {'to': 'hello world', 'at-most': 0}}                       | hello  world | PASS | the word error rate of the answer against "hello world" is 0, at most 0
            {'wer': {'to': 'hello', 'at-most': 1}}                             | well hello there you | FAIL | the word error rate of the answer against "hello" is 3, above 1: "well hello there you"
            {'wer': {'to': 'hello world', 'at-most': 0.9}}                     | ``       | FAIL | the word error rate of the answer against "hello world" is 1, above 0.9: ""
            {'wer': {'to': 'GRÜSS Gott', 'at-most': 0}, 'ignore-case': true}   | grüß gott | PASS | the word error rate of the answer against "GRÜSS Gott" is 0, at most 0
            {'wer': {'to': ['a b', 'b a'], 'at-most': 0}}                      | b a      | PASS | the word error rate of the answer against "a b", "b a" is 0, at most 0
            {'not': {'wer': {'to': 'hello world', 'at-most': 0.1}}}            | hello duck | PASS | the word error rate of the answer against "hello world" is 0.5, above 0.1: "hello duck"
            {'bleu': {'to': 'The cat is on the mat.', 'at-least': 0.5}}        | The cat sat on the mat. | FAIL | the BLEU of the answer with "The cat is on the mat." is 0.4889, below 0.5: "The cat sat on the mat."
            {'bleu': {'to': 'The Cat', 'at-least': 1}}                         | the cat  | FAIL | the BLEU of the answer with "The Cat" is 0, below 1: "the cat"
            {'bleu': {'to': 'The Cat', 'at-least': 1}, 'ignore-case': true}    | the cat  | PASS | the BLEU of the answer with "The Cat" is 1, at least 1
            {'gleu': {'to': 'The Cat', 'at-least': 1}, 'ignore-case': true}    | the cat  | PASS | the GLEU of the answer with "The Cat" is 1, at least 1
            {'gleu': {'to': 'The Cat', 'at-least': 0.1}}                       | the cat  | FAIL | the GLEU of the answer with "The Cat" is 0, below 0.1: "the cat"
            {'meteor': {'to': 'on the mat sat the cat', 'at-least': 0.5}}      | the cat sat on the mat | PASS | the METEOR of the answer with "on the mat sat the cat" is 0.5, at least 0.5
            {'not': {'meteor': {'to': 'sun', 'at-least': 0.5}}}                | rain     | PASS | the METEOR of the answer with "sun" is 0, below 0.5: "rain"
            {'f1': {'to': 'Brandenburg Gate', 'at-least': 0.667}}              | It is the Brandenburg Gate. | FAIL | the F1 of the answer with "Brandenburg Gate" is 0.6666, below 0.667: "It is the Brandenburg Gate."
            {'rouge-n': {'to': 'sun and sea', 'at-least': 0.8}}                | sea and sky, sun | PASS | the ROUGE-1 F1 of the answer with "sun and sea" is 0.8571, at least 0.8
            {'rouge-n': {'to': 'sun', 'n': 2, 'at-least': 0.1}}                | sun      | FAIL | the ROUGE-2 F1 of the answer with "sun" is 0, below 0.1: "sun"
            {'rouge-n': {'to': 'größe', 'at-least': 1}}                        | GRÖßE!   | PASS | the ROUGE-1 F1 of the answer with "größe" is 1, at least 1
            {'not': {'rouge-n': {'to': 'sun', 'at-least': 0.5}}}               | sun      | FAIL | the ROUGE-1 F1 of the answer with "sun" is 1, at least 0.5
            """)
    void say_how_close_it_is_and_what_was_asked_for(String assertion, String answer, Verdict verdict, String reason) {
        Finding finding = check(assertion, answer);

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
    }

    /** What sacrebleu 2.6.0 makes of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Hello, world!  1,000.5 bar-baz a.b "q" 3-4 ... it's (x) U.S. 5% end. | Hello , world ! 1,000.5 bar-baz a . b " q " 3 - 4 . . . it's ( x ) U . S . 5 % end .
            größe, straße. 5.                                                   | größe , straße . 5 .
            """)
    void words_and_marks_are_those_of_tokenizer_13a(String text, String tokens) {
        assertThat(String.join(" ", Tokens.wordsAndMarks(text, Effort.ofOneExecution())))
                .isEqualTo(tokens);
    }

    @Test
    void the_evidence_has_score_threshold_and_texts() {
        assertThat(check("{'f1': {'to': 'a b', 'at-least': 0.5}}", "b").evidence())
                .isEqualTo(Map.of("expected", List.of("a b"), "score", 1.0, "atLeast", 0.5));
        assertThat(check("{'wer': {'to': 'a', 'at-most': 0.5}}", "b c").score()).isZero();
    }

    @Test
    void of_a_conversation_all_answers_count_together() {
        Subject conversation = Subject.ofConversation(transcript("hello", "world"), Effort.ofOneExecution());

        assertThat(check("{'wer': {'to': 'hello world', 'at-most': 0}}", conversation)
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'levenshtein': {'to': 'TEXT', 'at-least': 0.1}}",
                "{'wer': {'to': 'TEXT', 'at-most': 0.1}}",
                "{'bleu': {'to': 'TEXT', 'at-least': 0.1}}",
                "{'gleu': {'to': 'TEXT', 'at-least': 0.1}}",
                "{'meteor': {'to': 'TEXT', 'at-least': 0.1}}",
                "{'rouge-n': {'to': 'TEXT', 'n': 9, 'at-least': 0.1}}",
                "{'f1': {'to': 'TEXT', 'at-least': 0.1}}",
            })
    @Timeout(10)
    void the_largest_answers_and_texts_end_in_time_one_way_or_the_other(String assertion) {
        String text = "a b ".repeat(8_000);
        String answer = "b a ".repeat(1 << 18);

        try {
            check(assertion.replace("TEXT", text), answer);
        } catch (TooCostly given) {
            assertThat(given).hasMessageContaining("too much work");
        }
    }

    @Test
    void the_product_of_two_long_texts_is_too_much_work() {
        assertThatExceptionOfType(TooCostly.class)
                .isThrownBy(() -> check(
                        "{'levenshtein': {'to': '" + "a".repeat(32_768) + "', 'at-most': 1}}", "b".repeat(1 << 20)));
    }

    private static Finding measured(String measure, String to, String answer) {
        String assertion = "{'" + measure + "': {'to': " + TEXTS.getOrDefault(to, to) + ", 'at-least': 0}}";
        return check(assertion, TEXTS.getOrDefault(answer, answer));
    }
}
