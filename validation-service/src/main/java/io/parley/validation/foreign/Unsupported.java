package io.parley.validation.foreign;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;

/**
 * {@code unsupported}: stands for something in a file of another tool that Parley cannot do. Always an error that names it, also under
 * {@code not}.
 */
public record Unsupported(String what) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("unsupported", """
            {
              "title": "What an imported file asks for and Parley cannot do",
              "description": "Stands for it in the suite that an import made, and is always an error that names it.",
              "$ref": "#/$defs/text",
              "examples": [{"unsupported": "webhook, which needs a request to a webhook"}]
            }
            """, (fields, reading) -> new Unsupported(fields.wanted("unsupported")));

    @Override
    public Finding check(Subject subject) {
        return Finding.error("Parley cannot do this part of the file that was imported: " + Quote.plain(what));
    }
}
