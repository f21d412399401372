package io.parley.validation.judges;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Subject;

/** {@code role-adherence}: the assistant stays in its role. */
public record RoleAdherence(String role, Jury jury) implements Judged {

    public static final AssertionType TYPE = JudgedType.of(
            "role-adherence", """
            {
              "title": "A model finds that the assistant stays in its role",
              "required": ["role"],
              "properties": {
                "role": {"$ref": "#/$defs/text", "title": "Who the assistant is to be"}
              },
              "examples": [{"role-adherence": {"role": "a clerk of a bookshop who gives no medical advice", "model": "judge"}}]
            }
            """, options -> new RoleAdherence(options.wanted("role"), Jury.of(options)));

    private static final Prompt PROMPT = Prompt.of("role-adherence-1");

    @Override
    public Prompt prompt() {
        return PROMPT;
    }

    @Override
    public CaseFile caseFile(Subject subject) {
        return CaseFile.of(subject).with("role", role);
    }
}
