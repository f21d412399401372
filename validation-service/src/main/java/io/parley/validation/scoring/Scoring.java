package io.parley.validation.scoring;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Checks;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Failure;
import io.parley.contracts.JudgementRequested;
import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Need;
import io.parley.validation.assertions.Origin;
import io.parley.validation.assertions.Subject;
import io.parley.validation.catalogue.AssertionReader;
import io.parley.validation.verdicts.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scoring of one execution: what is expected is read first, checked once what that needs is known. */
final class Scoring {

    /** The type of a result about the conversation itself, which broke off. */
    static final String CONVERSATION = "conversation";

    /** The type of a result about an execution of which nothing was expected. */
    static final String EXPECT = "expect";

    private final AssertionReader reader;
    private final ExecutionCompleted completed;
    private final Transcript transcript;
    private final Effort effort = Effort.ofOneExecution();
    private final List<Check> all = new ArrayList<>();

    private Scoring(AssertionReader reader, ExecutionCompleted completed) {
        this.reader = reader;
        this.completed = completed;
        this.transcript = completed.transcript();
    }

    static Scoring of(AssertionReader reader, ExecutionCompleted completed) {
        Scoring scoring = new Scoring(reader, completed);
        scoring.readAll(completed.checks());
        return scoring;
    }

    Stream<Need<?>> needs() {
        return all.stream().flatMap(Check::needs);
    }

    /** The event that passes the execution on to where it may wait for others. */
    JudgementRequested judgementRequested() {
        return new JudgementRequested(completed);
    }

    ExecutionValidated validated(Answers answers) {
        List<AssertionResult> results =
                all.stream().map(check -> check.result(answers)).toList();
        Judgement judgement = Judgement.of(results, completed.checks().threshold());
        return new ExecutionValidated(
                completed.executionId(),
                completed.attempt(),
                completed.runId(),
                completed.workspaceId(),
                judgement.verdict(),
                judgement.score(),
                results);
    }

    private void readAll(Checks checks) {
        Failure failure = transcript.failure();
        if (failure != null) {
            brokenOff(failure);
        }
        for (int turn = 0; turn < checks.turns().size(); turn++) {
            turn(turn, checks.turns().get(turn));
        }
        conversation(checks.conversation());
        if (all.isEmpty()) {
            all.add(Check.settled(EXPECT, null, Finding.unsure("nothing was expected", Map.of())));
        }
    }

    private void brokenOff(Failure failure) {
        int held = transcript.exchanges().size();
        Integer turn = held < completed.checks().turns().size() ? held : null;
        Finding finding = new Finding(Verdict.ERROR, 0, failure.reason(), Map.of("code", failure.code()));
        all.add(Check.settled(CONVERSATION, turn, finding));
    }

    private void turn(int turn, List<Map<String, Object>> expected) {
        if (expected.isEmpty()) {
            return;
        }
        if (turn < transcript.exchanges().size()) {
            Subject answer = Subject.ofTurn(transcript, turn, effort).of(Origin.of(completed));
            expected.forEach(written -> all.add(Check.of(reader, turn, written, answer)));
        } else {
            Finding notHeld = Finding.error("this turn was not held" + because());
            expected.forEach(written -> all.add(Check.settled(reader, turn, written, notHeld)));
        }
    }

    private void conversation(List<Map<String, Object>> expected) {
        if (expected.isEmpty()) {
            return;
        }
        if (transcript.failure() == null) {
            Subject whole = Subject.ofConversation(transcript, effort).of(Origin.of(completed));
            expected.forEach(written -> all.add(Check.of(reader, null, written, whole)));
        } else {
            Finding notWhole = Finding.error("the conversation was not held to its end" + because());
            expected.forEach(written -> all.add(Check.settled(reader, null, written, notWhole)));
        }
    }

    private String because() {
        Failure failure = transcript.failure();
        return failure == null ? "" : ": " + failure.reason();
    }
}
