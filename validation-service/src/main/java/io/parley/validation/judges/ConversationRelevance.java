package io.parley.validation.judges;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Subject;

/** {@code conversation-relevance}: every answer fits the conversation before it. */
public record ConversationRelevance(Jury jury) implements Judged {

    public static final AssertionType TYPE =
            JudgedType.of("conversation-relevance", """
            {
              "title": "A model finds that every answer fits the conversation before it",
              "description": "On the whole conversation only.",
              "examples": [{"conversation-relevance": {"model": "judge"}}]
            }
            """, options -> new ConversationRelevance(Jury.of(options)));

    private static final Prompt PROMPT = Prompt.of("conversation-relevance-1");

    @Override
    public Prompt prompt() {
        return PROMPT;
    }

    @Override
    public CaseFile caseFile(Subject subject) {
        return CaseFile.ofConversation(subject);
    }
}
