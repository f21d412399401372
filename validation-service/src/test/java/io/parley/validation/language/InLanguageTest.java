package io.parley.validation.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Subject;
import io.parley.validation.testing.Checking;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InLanguageTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static Vertx vertx;
    private static Detector detector;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        detector = new Detector(vertx);
    }

    @AfterAll
    static void stop() {
        vertx.close().await().atMost(LONG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            de  | Das Wetter ist heute schön.                             | PASS   | the answer is German: "Das Wetter ist heute schön."
            deu | Ihre Bestellung 4711 wurde versandt.                    | PASS   | the answer is German: "Ihre Bestellung 4711 wurde versandt."
            de  | Your order has been shipped.                            | FAIL   | the answer is English, not German: "Your order has been shipped."
            en  | I am sorry, I did not understand your question.         | PASS   | the answer is English: "I am sorry, I did not understand your question."
            fr  | Le temps est magnifique aujourd'hui.                    | PASS   | the answer is French: "Le temps est magnifique aujourd'hui."
            es  | El tiempo es bueno hoy en la ciudad.                    | PASS   | the answer is Spanish: "El tiempo es bueno hoy en la ciudad."
            nl  | Het weer is vandaag mooi in de stad.                    | PASS   | the answer is Dutch: "Het weer is vandaag mooi in de stad."
            uk  | Сьогодні гарна погода в нашому місті.                   | PASS   | the answer is Ukrainian: "Сьогодні гарна погода в нашому місті."
            zh  | 今天天气很好，我们可以出去走走，晚上可能会下雨。        | PASS   | the answer is Chinese: "今天天气很好，我们可以出去走走，晚上可能会下雨。"
            ja  | 今日は天気がいいですから、散歩に行きましょう。          | PASS   | the answer is Japanese: "今日は天気がいいですから、散歩に行きましょう。"
            en  | Hello there                                             | UNSURE | the answer has too few letters to tell its language: "Hello there"
            en  | 4711, 4712, 4713, 4714, 4715, 4716, 4717                | UNSURE | the answer has too few letters to tell its language: "4711, 4712, 4713, 4714, 4715, 4716, 4717"
            en  | ``                                                      | UNSURE | the answer has too few letters to tell its language: ""
            en  | 👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍                | UNSURE | the answer has too few letters to tell its language: "👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍"
            """)
    void a_text_of_enough_letters_has_a_language(String code, String answer, Verdict verdict, String reason) {
        Finding finding = check("{'language': {'is': '" + code + "'}}", answer);

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(check("{'not': {'language': {'is': '" + code + "'}}}", answer)
                        .verdict())
                .isEqualTo(
                        switch (verdict) {
                            case PASS -> Verdict.FAIL;
                            case FAIL -> Verdict.PASS;
                            default -> verdict;
                        });
    }

    @Test
    void nineteen_letters_are_too_few_and_twenty_are_not() {
        assertThat(check("{'language': {'is': 'en'}}", "The order was shippe").reason())
                .contains("too few letters");
        assertThat(check("{'language': {'is': 'en'}}", "The order was shipped on Friday")
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void of_a_huge_text_the_beginning_tells() {
        assertThat(check("{'language': {'is': 'en'}}", "Your order has been shipped. ".repeat(40_000))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void both_written_forms_of_norwegian_are_norwegian() {
        assertThat(check(
                                "{'language': {'is': 'no'}}",
                                "Bestillingen din er sendt og kommer på fredag, takk for handelen.")
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(Language.of("no").codes()).containsExactlyInAnyOrder("nob", "nno");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "german", "DE", "", "tlh"})
    void a_language_that_cannot_be_told_is_refused(String code) {
        assertThatThrownBy(() -> Checking.read("{'language': {'is': '" + code + "'}}"))
                .isInstanceOf(MalformedAssertion.class)
                .hasMessageStartingWith("is must be the code of a language that can be told");
    }

    private static Finding check(String assertion, String answer) {
        Subject subject = Subject.ofTurn(Checking.transcript(answer), 0, Effort.ofOneExecution());
        Expectation expectation = Checking.read(assertion);
        List<LanguageOf> needs =
                expectation.needs(subject).map(LanguageOf.class::cast).toList();
        Answers answers = needs.isEmpty()
                ? Answers.none()
                : Answers.of(detector.answer(needs).await().atMost(LONG));
        return expectation.check(subject, answers);
    }
}
