package io.parley.validation.judges;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Subject;

/** {@code knowledge-retention}: nothing that the user said is forgotten. */
public record KnowledgeRetention(Jury jury) implements Judged {

    public static final AssertionType TYPE =
            JudgedType.of("knowledge-retention", """
            {
              "title": "A model finds that nothing the user said is forgotten",
              "description": "On the whole conversation only.",
              "examples": [{"knowledge-retention": {"model": "judge"}}]
            }
            """, options -> new KnowledgeRetention(Jury.of(options)));

    private static final Prompt PROMPT = Prompt.of("knowledge-retention-1");

    @Override
    public Prompt prompt() {
        return PROMPT;
    }

    @Override
    public CaseFile caseFile(Subject subject) {
        return CaseFile.ofConversation(subject);
    }
}
