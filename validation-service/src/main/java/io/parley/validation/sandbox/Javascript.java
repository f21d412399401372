package io.parley.validation.sandbox;

import io.parley.contracts.Exchange;
import io.parley.contracts.Verdict;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Need;
import io.parley.validation.assertions.Question;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;

/** {@code javascript}: what the suite's own code says of the text. */
public record Javascript(String script) implements Question {

    public static final AssertionType TYPE =
            AssertionType.of("javascript", """
            {
              "title": "What this JavaScript says",
              "description": "An expression, or the body of a function, over output (the text), json (the answer as JSON, or null) and turns (user, answer and latencyMs of the conversation so far). It returns true or false, a score from 0 to 1, which passes from 0.5, or {pass, score, reason}. It runs in a sandbox, at most 250 ms.",
              "type": "string",
              "pattern": "\\\\S",
              "maxLength": 32768,
              "x-compile": "javascript",
              "x-messages": {"pattern": "must not be blank"},
              "examples": [{"javascript": "output.length < 200 && turns.length === 1"}]
            }
            """, (fields, reading) -> of(fields.wanted("javascript")));

    private static final int LONGEST_REASON = 1_000;

    private static Javascript of(String script) {
        if (script.isBlank()) {
            throw new MalformedAssertion("javascript must not be blank");
        }
        return new Javascript(script);
    }

    @Override
    public List<Need<?>> needs(Subject subject) {
        return List.of(evaluation(subject));
    }

    @Override
    public Finding check(Subject subject, Answers answers) {
        ScriptResult result = answers.to(evaluation(subject));
        String reason = result.reason();
        return new Finding(
                result.pass() ? Verdict.PASS : Verdict.FAIL,
                result.score(),
                reason == null
                        ? "the script returns " + result.returned() + " for " + subject.name() + " "
                                + Quote.of(subject.text(false))
                        : "the script says of " + subject.name() + ": " + Quote.plain(reason, LONGEST_REASON),
                Map.of("script", Quote.plain(script), "returned", result.returned()));
    }

    private Evaluation evaluation(Subject subject) {
        List<Evaluation.Said> turns =
                subject.soFar().stream().map(Javascript::said).toList();
        return new Evaluation(script, subject.text(false), subject.jsonText(), turns, subject.effort());
    }

    private static Evaluation.Said said(Exchange exchange) {
        return new Evaluation.Said(
                exchange.user(), exchange.answer(), exchange.latency().toNanos() / 1e6);
    }
}
