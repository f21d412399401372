package io.parley.validation.scoring;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Checks;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Failure;
import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.platform.expressions.TooCostly;
import io.parley.validation.assertions.AssertionReader;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The scoring of one execution: every assertion checked, or the reason why it could not be. */
final class Scoring {

    private static final Logger LOG = Logger.getLogger(Scoring.class);

    /** The type of a result about the conversation itself, which broke off. */
    static final String CONVERSATION = "conversation";

    /** The type of a result about an execution of which nothing was expected. */
    static final String EXPECT = "expect";

    private static final double USUAL_WEIGHT = 1;

    private final AssertionReader reader;
    private final Transcript transcript;
    private final Checks checks;
    private final Effort effort = Effort.ofOneExecution();
    private final List<AssertionResult> results = new ArrayList<>();

    Scoring(AssertionReader reader, ExecutionCompleted completed) {
        this.reader = reader;
        this.transcript = completed.transcript();
        this.checks = completed.checks();
    }

    List<AssertionResult> results() {
        Failure failure = transcript.failure();
        if (failure != null) {
            brokenOff(failure);
        }
        for (int turn = 0; turn < checks.turns().size(); turn++) {
            turn(turn, checks.turns().get(turn));
        }
        conversation(checks.conversation());
        if (results.isEmpty()) {
            add(EXPECT, null, USUAL_WEIGHT, new Finding(Verdict.UNSURE, "nothing was expected", Map.of()));
        }
        return results;
    }

    private void brokenOff(Failure failure) {
        int held = transcript.exchanges().size();
        Integer turn = held < checks.turns().size() ? held : null;
        Finding finding = new Finding(Verdict.ERROR, failure.reason(), Map.of("code", failure.code()));
        add(CONVERSATION, turn, USUAL_WEIGHT, finding);
    }

    private void turn(int turn, List<Map<String, Object>> expected) {
        if (expected.isEmpty()) {
            return;
        }
        if (turn < transcript.exchanges().size()) {
            Subject answer = Subject.ofTurn(transcript, turn, effort);
            expected.forEach(written ->
                    check(turn, written, expectation -> expectation.assertion().check(answer)));
        } else {
            Finding notHeld = Finding.error("this turn was not held" + because());
            expected.forEach(written -> check(turn, written, expectation -> notHeld));
        }
    }

    private void conversation(List<Map<String, Object>> expected) {
        if (expected.isEmpty()) {
            return;
        }
        if (transcript.failure() == null) {
            Subject whole = Subject.ofConversation(transcript, effort);
            expected.forEach(written ->
                    check(null, written, expectation -> expectation.assertion().check(whole)));
        } else {
            Finding notWhole = Finding.error("the conversation was not held to its end" + because());
            expected.forEach(written -> check(null, written, expectation -> notWhole));
        }
    }

    private String because() {
        Failure failure = transcript.failure();
        return failure == null ? "" : ": " + failure.reason();
    }

    /**
     * One assertion that cannot be read or checked is an error of its own and leaves the others alone; whatever it is, it
     * would be the same at the next delivery.
     */
    private void check(@Nullable Integer turn, Map<String, Object> written, Function<Expectation, Finding> checking) {
        try {
            Expectation expectation = reader.read(written);
            add(expectation.type(), turn, expectation.weight(), checking.apply(expectation));
        } catch (MalformedAssertion malformed) {
            failed(turn, written, "this assertion is malformed: " + malformed.getMessage());
        } catch (TooCostly tooCostly) {
            failed(turn, written, "checking this " + tooCostly.getMessage());
        } catch (RuntimeException | StackOverflowError defect) {
            LOG.errorf(defect, "message=\"assertion failed unexpectedly\" type=%s", reader.nameOf(written));
            failed(turn, written, "this assertion could not be checked, by a defect of Parley");
        }
    }

    private void failed(@Nullable Integer turn, Map<String, Object> written, String reason) {
        add(reader.nameOf(written), turn, USUAL_WEIGHT, Finding.error(reason));
    }

    private void add(String type, @Nullable Integer turn, double weight, Finding finding) {
        results.add(new AssertionResult(
                type, turn, finding.verdict(), finding.score(), weight, finding.reason(), finding.evidence()));
    }
}
