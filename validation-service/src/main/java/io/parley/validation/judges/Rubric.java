package io.parley.validation.judges;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Subject;

/** {@code rubric}: what the rubric describes is so. */
public record Rubric(String text, Jury jury) implements Judged {

    public static final AssertionType TYPE =
            JudgedType.of("rubric", """
            {
              "title": "A model finds that this holds",
              "description": "Anything that can be said in a sentence or two.",
              "required": ["text"],
              "properties": {
                "text": {"$ref": "#/$defs/text", "title": "What is expected"}
              },
              "examples": [{"rubric": {"text": "stays polite and offers a refund", "model": "judge"}}]
            }
            """, options -> new Rubric(options.wanted("text"), Jury.of(options)));

    private static final Prompt PROMPT = Prompt.of("rubric-1");

    @Override
    public Prompt prompt() {
        return PROMPT;
    }

    @Override
    public CaseFile caseFile(Subject subject) {
        return CaseFile.of(subject).with("rubric", text);
    }
}
