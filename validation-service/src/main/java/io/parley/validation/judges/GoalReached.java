package io.parley.validation.judges;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Subject;

/** {@code goal-reached}: the user has what they came for. */
public record GoalReached(String goal, Jury jury) implements Judged {

    public static final AssertionType TYPE =
            JudgedType.of("goal-reached", """
            {
              "title": "A model finds that the user reached a goal",
              "description": "Judged by what was done, not by what was promised.",
              "required": ["goal"],
              "properties": {
                "goal": {"$ref": "#/$defs/text", "title": "What the user wants to reach"}
              },
              "examples": [{"goal-reached": {"goal": "the order is cancelled", "model": "judge"}}]
            }
            """, options -> new GoalReached(options.wanted("goal"), Jury.of(options)));

    private static final Prompt PROMPT = Prompt.of("goal-reached-1");

    @Override
    public Prompt prompt() {
        return PROMPT;
    }

    @Override
    public CaseFile caseFile(Subject subject) {
        return CaseFile.of(subject).with("goal", goal);
    }
}
