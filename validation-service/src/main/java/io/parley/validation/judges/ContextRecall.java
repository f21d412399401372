package io.parley.validation.judges;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Subject;
import java.util.List;

/** {@code context-recall}: the context has what a good answer needs. */
public record ContextRecall(List<String> context, String reference, Jury jury) implements Judged {

    public static final AssertionType TYPE = JudgedType.of(
            "context-recall",
            """
            {
              "title": "A model finds that the context has every fact of a reference",
              "description": "What the assistant answered does not matter.",
              "required": ["context", "reference"],
              "properties": {
                "context": {
                  "title": "What was found",
                  "description": "One text or a list of them.",
                  "$ref": "#/$defs/text-or-texts"
                },
                "reference": {"$ref": "#/$defs/text", "title": "An answer that is known to be good"}
              },
              "examples": [{"context-recall": {"context": "Returns are free for 30 days.", "reference": "You can return it free of charge within 30 days", "model": "judge"}}]
            }
            """,
            options -> new ContextRecall(
                    JudgedType.texts(options, "context"), options.wanted("reference"), Jury.of(options)));

    private static final Prompt PROMPT = Prompt.of("context-recall-1");

    @Override
    public Prompt prompt() {
        return PROMPT;
    }

    @Override
    public CaseFile caseFile(Subject subject) {
        return CaseFile.of(subject).with("context", context).with("reference", reference);
    }
}
