package io.parley.validation.judges;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Subject;
import java.util.List;

/** {@code g-eval}: criteria are met, looked at step by step. */
public record GEval(String criteria, List<String> steps, Jury jury) implements Judged {

    public static final AssertionType TYPE = JudgedType.of(
            "g-eval",
            """
            {
              "title": "A model finds, step by step, that criteria are met",
              "description": "After G-Eval: criteria, and the steps in which they are looked at; without steps the model works them out.",
              "required": ["criteria"],
              "properties": {
                "criteria": {"$ref": "#/$defs/text", "title": "What it is evaluated by"},
                "steps": {"$ref": "#/$defs/texts", "title": "The steps of the evaluation"}
              },
              "examples": [{"g-eval": {"criteria": "the summary is complete", "steps": ["list the facts of the text", "look for each in the summary"], "model": "judge"}}]
            }
            """,
            options -> new GEval(
                    options.wanted("criteria"),
                    options.has("steps") ? options.allWanted("steps") : List.of(),
                    Jury.of(options)));

    private static final Prompt PROMPT = Prompt.of("g-eval-1");

    @Override
    public Prompt prompt() {
        return PROMPT;
    }

    @Override
    public CaseFile caseFile(Subject subject) {
        return CaseFile.of(subject).with("criteria", criteria).with("steps", steps);
    }
}
