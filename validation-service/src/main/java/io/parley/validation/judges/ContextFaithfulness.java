package io.parley.validation.judges;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Subject;
import java.util.List;

/** {@code context-faithfulness}: the answer claims nothing that its context does not say. */
public record ContextFaithfulness(List<String> context, Jury jury) implements Judged {

    public static final AssertionType TYPE = JudgedType.of(
            "context-faithfulness",
            """
            {
              "title": "A model finds that every claim is supported by the context",
              "description": "A claim that is true but not in the context fails.",
              "required": ["context"],
              "properties": {
                "context": {
                  "title": "What the answer may rely on",
                  "description": "One text or a list of them.",
                  "$ref": "#/$defs/text-or-texts"
                }
              },
              "examples": [{"context-faithfulness": {"context": ["Returns are free for 30 days."], "model": "judge"}}]
            }
            """,
            options -> new ContextFaithfulness(JudgedType.texts(options, "context"), Jury.of(options)));

    private static final Prompt PROMPT = Prompt.of("context-faithfulness-1");

    @Override
    public Prompt prompt() {
        return PROMPT;
    }

    @Override
    public CaseFile caseFile(Subject subject) {
        return CaseFile.of(subject).with("context", context);
    }
}
