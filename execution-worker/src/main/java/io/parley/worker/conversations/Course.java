package io.parley.worker.conversations;

import io.parley.contracts.Checks;
import io.parley.contracts.Conversation;
import io.parley.contracts.Exchange;
import io.parley.contracts.Failure;
import io.parley.contracts.Transcript;
import io.parley.contracts.Turn;
import io.parley.platform.expressions.Effort;
import io.parley.worker.http.Answer;
import io.parley.worker.templates.Escaping;
import io.parley.worker.templates.InvalidTemplate;
import io.parley.worker.templates.Templates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one conversation goes: the turns held so far, what was captured in them, and how it ended. */
final class Course {

    private final Conversation script;
    private final Templates templates;
    private final Captures captures;
    private final Variables variables;
    private final Instant startedAt;
    private final @Nullable Map<String, String> reports;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<List<Map<String, Object>>> expectations = new ArrayList<>();
    private final Effort effort = Effort.onAnEventLoop();
    private @Nullable Failure failure;

    /**
     * One that begins.
     *
     * @param reports the target's setting, for the transcript
     */
    Course(
            Conversation script,
            Templates templates,
            Captures captures,
            Instant startedAt,
            @Nullable Map<String, String> reports) {
        this.script = script;
        this.templates = templates;
        this.captures = captures;
        this.variables = new Variables(script.vars());
        this.startedAt = startedAt;
        this.reports = reports;
    }

    Variables variables() {
        return variables;
    }

    /** What the user says in this turn. */
    String message(Turn turn) {
        return templates.render(turn.user(), variables, Escaping.NONE);
    }

    /** The target answered. What is expected of the answer may speak of what was captured from it. */
    void answered(Turn turn, Answer answer) {
        exchanges.add(turn.capture().isEmpty() ? answer.exchange() : withBody(answer));
        turn.capture()
                .forEach((name, capture) ->
                        variables.capture(name, captures.capture(capture.jsonPath(), answer.body(), effort)));
        expectations.add(rendered(turn.expect()));
    }

    /** With what is needed to capture again. */
    private static Exchange withBody(Answer answer) {
        return answer.exchange().withBody(answer.body().text());
    }

    /** All turns were held. */
    Ending ended(Duration duration) {
        List<Map<String, Object>> overall = rendered(script.expect());
        return ending(duration, overall);
    }

    /** The conversation cannot go on: what it was expected to come to is rendered with what is known. */
    Ending brokeOff(Failure cause, Duration duration) {
        int turn = expectations.size() + 1;
        String where = turn > script.turns().size() ? "after the last turn" : "turn " + turn;
        failure = new Failure(cause.code(), where + ": " + cause.reason());
        script.turns().stream()
                .skip(expectations.size())
                .map(left -> renderedIfValid(left.expect()))
                .forEach(expectations::add);
        return ending(duration, renderedIfValid(script.expect()));
    }

    private Ending ending(Duration duration, List<Map<String, Object>> overall) {
        return new Ending(
                new Transcript(startedAt, duration, List.copyOf(exchanges), failure, reports),
                new Checks(List.copyOf(expectations), overall, script.threshold(), script.models()));
    }

    private List<Map<String, Object>> rendered(List<Map<String, Object>> expectation) {
        return expectation.stream()
                .map(assertion -> templates.renderAll(assertion, variables))
                .toList();
    }

    private List<Map<String, Object>> renderedIfValid(List<Map<String, Object>> expectation) {
        try {
            return rendered(expectation);
        } catch (InvalidTemplate invalid) {
            return expectation;
        }
    }
}
