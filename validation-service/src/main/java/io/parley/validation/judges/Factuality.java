package io.parley.validation.judges;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Subject;

/** {@code factuality}: the answer agrees with a reference. */
public record Factuality(String reference, Jury jury) implements Judged {

    public static final AssertionType TYPE =
            JudgedType.of("factuality", """
            {
              "title": "A model finds that the facts agree with a reference",
              "description": "Other words, fewer facts and further facts pass; a contradiction fails.",
              "required": ["reference"],
              "properties": {
                "reference": {"$ref": "#/$defs/text", "title": "An answer that is known to be true"}
              },
              "examples": [{"factuality": {"reference": "Canberra is the capital of Australia", "model": "judge"}}]
            }
            """, options -> new Factuality(options.wanted("reference"), Jury.of(options)));

    private static final Prompt PROMPT = Prompt.of("factuality-1");

    @Override
    public Prompt prompt() {
        return PROMPT;
    }

    @Override
    public CaseFile caseFile(Subject subject) {
        return CaseFile.of(subject).with("reference", reference);
    }
}
