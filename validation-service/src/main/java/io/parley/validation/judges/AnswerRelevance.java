package io.parley.validation.judges;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Subject;

/** {@code answer-relevance}: the answer is one to what was asked. */
public record AnswerRelevance(Jury jury) implements Judged {

    public static final AssertionType TYPE =
            JudgedType.of("answer-relevance", """
            {
              "title": "A model finds that the answer addresses what was asked",
              "description": "Whether it is true does not matter.",
              "examples": [{"answer-relevance": {"model": "judge"}}]
            }
            """, options -> new AnswerRelevance(Jury.of(options)));

    private static final Prompt PROMPT = Prompt.of("answer-relevance-1");

    @Override
    public Prompt prompt() {
        return PROMPT;
    }

    @Override
    public CaseFile caseFile(Subject subject) {
        return CaseFile.of(subject);
    }
}
