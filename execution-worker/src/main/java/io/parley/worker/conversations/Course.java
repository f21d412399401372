package io.parley.worker.conversations;

import io.parley.contracts.Checks;
import io.parley.contracts.Conversation;
import io.parley.contracts.Exchange;
import io.parley.contracts.Failure;
import io.parley.contracts.Simulation;
import io.parley.contracts.Transcript;
import io.parley.contracts.Turn;
import io.parley.platform.expressions.Effort;
import io.parley.worker.answers.Answer;
import io.parley.worker.answers.Captures;
import io.parley.worker.templates.Escaping;
import io.parley.worker.templates.InvalidTemplate;
import io.parley.worker.templates.Templates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
    private final Wordings wordings;
    private int behind;
    private boolean improvising;
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
        this.wordings = new Wordings(script);
        this.startedAt = startedAt;
        this.reports = reports;
    }

    Variables variables() {
        return variables;
    }

    /** Whether this turn is held; one that is not is passed over. */
    boolean takes(Turn turn) {
        boolean taken = turn.when() == null || templates.isTrue(turn.when(), variables);
        if (!taken) {
            behind++;
        }
        return taken;
    }

    /** What the user says in this turn. */
    String message(Turn turn) {
        return templates.render(wordings.choose(turn, behind), variables, Escaping.NONE);
    }

    /** The target answered. What is expected of the answer may speak of what was captured from it. */
    void answered(Turn turn, Answer answer) {
        exchanges.add(turn.capture().isEmpty() ? answer.exchange() : withBody(answer));
        turn.capture()
                .forEach((name, capture) ->
                        variables.capture(name, captures.capture(capture.jsonPath(), answer.body(), effort)));
        expectations.add(rendered(turn.expect()));
        behind++;
    }

    /** The user goes on beyond what the case says. */
    void improvise() {
        improvising = true;
    }

    /** The target answered a turn that is not in the case, and of which so nothing in particular is expected. */
    void improvised(Answer answer) {
        exchanges.add(answer.exchange());
        expectations.add(List.of());
        behind++;
    }

    /** The turns that were held, in order. */
    List<Exchange> exchanges() {
        return Collections.unmodifiableList(exchanges);
    }

    /** With what is needed to capture again. */
    private static Exchange withBody(Answer answer) {
        return answer.exchange().withBody(answer.body().text());
    }

    /** All turns were held. */
    Ending ended(Duration duration, @Nullable Simulation simulation) {
        improvising = false;
        List<Map<String, Object>> overall = rendered(script.expect());
        return ending(duration, overall, simulation);
    }

    /** The conversation cannot go on: what it was expected to come to is rendered with what is known. */
    Ending brokeOff(Failure cause, Duration duration, @Nullable Simulation simulation) {
        boolean over = behind >= script.turns().size() && !improvising;
        String where = over ? "after the last turn" : "turn " + (behind + 1);
        failure = new Failure(cause.code(), where + ": " + cause.reason());
        script.turns().stream()
                .skip(behind)
                .map(left -> renderedIfValid(left.expect()))
                .forEach(expectations::add);
        return ending(duration, renderedIfValid(script.expect()), simulation);
    }

    private Ending ending(Duration duration, List<Map<String, Object>> overall, @Nullable Simulation simulation) {
        return new Ending(
                new Transcript(startedAt, duration, List.copyOf(exchanges), failure, reports, simulation),
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
