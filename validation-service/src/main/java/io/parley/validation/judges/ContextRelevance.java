package io.parley.validation.judges;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Subject;
import java.util.List;

/** {@code context-relevance}: the context is about what was asked. */
public record ContextRelevance(List<String> context, Jury jury) implements Judged {

    public static final AssertionType TYPE = JudgedType.of(
            "context-relevance",
            """
            {
              "title": "A model finds that the context is about what was asked",
              "description": "What the assistant answered does not matter.",
              "required": ["context"],
              "properties": {
                "context": {
                  "title": "What was found",
                  "description": "One text or a list of them.",
                  "$ref": "#/$defs/text-or-texts"
                }
              },
              "examples": [{"context-relevance": {"context": ["Returns are free for 30 days."], "model": "judge"}}]
            }
            """,
            options -> new ContextRelevance(JudgedType.texts(options, "context"), Jury.of(options)));

    private static final Prompt PROMPT = Prompt.of("context-relevance-1");

    @Override
    public Prompt prompt() {
        return PROMPT;
    }

    @Override
    public CaseFile caseFile(Subject subject) {
        return CaseFile.of(subject).with("context", context);
    }
}
