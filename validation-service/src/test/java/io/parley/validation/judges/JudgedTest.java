package io.parley.validation.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.expressions.Effort;
import io.parley.platform.ids.Ids;
import io.parley.validation.assertions.Answer;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Need;
import io.parley.validation.assertions.Origin;
import io.parley.validation.assertions.Subject;
import io.parley.validation.testing.Checking;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgedTest {

    private static final Origin ORIGIN =
            new Origin(new WorkspaceId(Ids.next()), new RunId(Ids.next()), new ExecutionId(Ids.next()), 1, 1, Map.of());

    private static final Subject ANSWER = Subject.ofTurn(Checking.transcript("Hi"), 0, Effort.ofOneExecution())
            .of(ORIGIN);

    private static final Subject CONVERSATION = Subject.ofConversation(
                    Checking.transcript("Hi", "Bye"), Effort.ofOneExecution())
            .of(ORIGIN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'rubric': {'text': 'is polite', 'model': 'm'}}                  | rubric-1               | 'user':'?','answer':'Hi','rubric':'is polite'
            {'g-eval': {'criteria': 'short', 'model': 'm'}}                  | g-eval-1               | 'user':'?','answer':'Hi','criteria':'short','steps':[]
            {'g-eval': {'criteria': 'c', 'steps': ['a', 'b'], 'model': 'm'}} | g-eval-1               | 'user':'?','answer':'Hi','criteria':'c','steps':['a','b']
            {'factuality': {'reference': 'r', 'model': 'm'}}                 | factuality-1           | 'user':'?','answer':'Hi','reference':'r'
            {'answer-relevance': {'model': 'm'}}                             | answer-relevance-1     | 'user':'?','answer':'Hi'
            {'context-faithfulness': {'context': ['a', 'b'], 'model': 'm'}}  | context-faithfulness-1 | 'user':'?','answer':'Hi','context':['a','b']
            {'context-faithfulness': {'context': 'a', 'model': 'm'}}         | context-faithfulness-1 | 'user':'?','answer':'Hi','context':['a']
            {'context-recall': {'context': 'a', 'reference': 'r', 'model': 'm'}} | context-recall-1   | 'user':'?','answer':'Hi','context':['a'],'reference':'r'
            {'context-relevance': {'context': 'a', 'model': 'm'}}            | context-relevance-1    | 'user':'?','answer':'Hi','context':['a']
            {'goal-reached': {'goal': 'g', 'model': 'm'}}                    | goal-reached-1         | 'user':'?','answer':'Hi','goal':'g'
            {'role-adherence': {'role': 'a clerk', 'model': 'm'}}            | role-adherence-1       | 'user':'?','answer':'Hi','role':'a clerk'
            """)
    void a_judge_of_an_answer_is_shown_it_with_what_the_assertion_adds(String assertion, String prompt, String shown) {
        Asked asked = onlyNeed(assertion, ANSWER);

        assertThat(asked.prompt().version()).isEqualTo(prompt);
        assertThat(asked.document()).isEqualTo(('{' + shown + '}').replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'rubric': {'text': 'is polite', 'model': 'm'}} | rubric-1                 | ,'rubric':'is polite'
            {'goal-reached': {'goal': 'g', 'model': 'm'}}   | goal-reached-1           | ,'goal':'g'
            {'conversation-relevance': {'model': 'm'}}      | conversation-relevance-1 | ``
            {'knowledge-retention': {'model': 'm'}}         | knowledge-retention-1    | ``
            """)
    void a_judge_of_a_conversation_is_shown_all_of_it(String assertion, String prompt, String added) {
        Asked asked = onlyNeed(assertion, CONVERSATION);

        assertThat(asked.prompt().version()).isEqualTo(prompt);
        assertThat(asked.document())
                .isEqualTo(("{'conversation':[{'user':'?','answer':'Hi'},{'user':'?','answer':'Bye'}]" + added + "}")
                        .replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource({"conversation-relevance", "knowledge-retention"})
    void what_is_about_a_conversation_is_malformed_in_a_turn(String key) {
        assertThatThrownBy(() -> onlyNeed("{'" + key + "': {'model': 'm'}}", ANSWER))
                .isInstanceOf(MalformedAssertion.class)
                .hasMessageContaining("it looks at the whole conversation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'rubric': 'is polite'}                                        | rubric must be a map
            {'rubric': {'model': 'm'}}                                     | text must be a text
            {'rubric': {'text': '', 'model': 'm'}}                         | text looks for an empty text; are its variables empty?
            {'rubric': {'text': 'x'}}                                      | needs exactly one of model and models
            {'rubric': {'text': 'x', 'model': 'm', 'models': ['n']}}       | needs exactly one of model and models
            {'rubric': {'text': 'x', 'models': []}}                        | models must be a list of texts
            {'rubric': {'text': 'x', 'models': ['m', 'm']}}                | models must be at most 9 different names
            {'rubric': {'text': 'x', 'model': 'm', 'threshold': 0}}        | threshold must be a number above 0
            {'rubric': {'text': 'x', 'model': 'm', 'threshold': 1.1}}      | threshold must be at most 1
            {'rubric': {'text': 'x', 'model': 'm', 'reference': 'y'}}      | unknown key reference
            {'rubric': {'text': 'x', 'model': 'm'}, 'ignore-case': true}   | unknown key ignore-case
            {'context-recall': {'context': 'x', 'model': 'm'}}             | reference must be a text
            {'context-relevance': {'context': [], 'model': 'm'}}           | context must be a list of texts
            {'g-eval': {'criteria': 'x', 'steps': [], 'model': 'm'}}       | steps must be a list of texts
            """)
    void one_that_nobody_can_judge_says_what_is_wrong_with_it(String assertion, String reason) {
        assertThatThrownBy(() -> Checking.read(assertion))
                .isInstanceOf(MalformedAssertion.class)
                .hasMessage(reason);
    }

    @Test
    void each_model_is_asked_and_equal_questions_are_one() {
        String assertion = "{'rubric': {'text': 'x', 'models': ['a', 'b', 'c']}}";

        List<Need<?>> needs = needs(assertion, ANSWER);

        assertThat(needs).extracting(need -> ((Asked) need).model()).containsExactly("a", "b", "c");
        assertThat(needs).isEqualTo(needs(assertion, ANSWER));
        assertThat(needs).extracting(need -> ((Asked) need).origin()).containsOnly(ORIGIN);
    }

    @Test
    void the_opposite_passes_where_the_judge_says_no_and_tells_nothing_where_it_tells_nothing() {
        assertThat(check("{'not': {'rubric': {'text': 'x', 'model': 'm'}}}", cast(false, 0.9)))
                .isEqualTo(Verdict.PASS);
        assertThat(check("{'not': {'rubric': {'text': 'x', 'model': 'm'}}}", cast(true, 0.9)))
                .isEqualTo(Verdict.FAIL);
        assertThat(check("{'not': {'rubric': {'text': 'x', 'model': 'm'}}}", cast(true, 0.5)))
                .isEqualTo(Verdict.UNSURE);
        assertThat(check(
                        "{'not': {'rubric': {'text': 'x', 'model': 'm'}}}",
                        new Vote.Missing(juror(), "it is gone", Spent.NOTHING)))
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void a_threshold_of_its_own_decides_what_counts() {
        String demanding = "{'rubric': {'text': 'x', 'model': 'm', 'threshold': 0.95}}";

        assertThat(check(demanding, cast(true, 0.9))).isEqualTo(Verdict.UNSURE);
        assertThat(check(demanding, cast(true, 0.95))).isEqualTo(Verdict.PASS);
    }

    private static Verdict check(String assertion, Vote vote) {
        Answers answers = Answers.of(Map.of(onlyNeed(assertion, ANSWER), new Answer.Known<>(vote)));
        return Checking.read(assertion).check(ANSWER, answers).verdict();
    }

    private static Vote cast(boolean holds, double confidence) {
        return new Vote.Cast(juror(), new Opinion(holds, confidence, "because"), Spent.NOTHING, true);
    }

    private static Juror juror() {
        return new Juror("m", "large", "rubric-1");
    }

    private static Asked onlyNeed(String assertion, Subject subject) {
        List<Need<?>> needs = needs(assertion, subject);
        assertThat(needs).hasSize(1);
        return (Asked) needs.getFirst();
    }

    private static List<Need<?>> needs(String assertion, Subject subject) {
        return Checking.read(assertion).needs(subject).toList();
    }
}
