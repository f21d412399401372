package io.parley.validation.structure;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;

/**
 * {@code is-xml}: the whole answer is one well-formed XML 1.0 document without a DOCTYPE. Nothing outside it is ever read, and no
 * entity is ever expanded, except the five that XML has itself.
 */
public record IsXml(List<String> elements) implements Rule {

    public static final AssertionType TYPE = AssertionType.of(
            "is-xml",
            """
            {
              "title": "The answer is XML",
              "description": "One well-formed document without a DOCTYPE, with nothing before or after it. For the opposite write {not: {is-xml: true}}.",
              "type": ["boolean", "object"],
              "not": {"const": false},
              "required": ["elements"],
              "additionalProperties": false,
              "x-messages": {
                "type": "must be true or a map such as {elements: [order.item]}",
                "not": "must be true or a map; for the opposite put it under not",
                "additionalProperties": "unknown key {0}; known is elements"
              },
              "properties": {
                "elements": {"$ref": "#/$defs/texts", "title": "Elements that it has, each by its path from the root: order.item"}
              },
              "examples": [{"is-xml": true}, {"is-xml": {"elements": ["order.item"]}}]
            }
            """,
            (fields, reading) -> new IsXml(XmlElements.of(fields, "is-xml").paths()));

    @Override
    public Finding check(Subject subject) {
        WellFormed xml = WellFormed.read(subject.jsonText(), elements, subject.effort());
        String mistake = xml.mistake();
        if (mistake != null) {
            return Finding.of(
                    false,
                    subject.jsonName() + " is not XML, " + mistake + ": " + Quote.of(subject.jsonText()),
                    Map.of("mistake", mistake));
        }
        List<String> missing = new XmlElements(elements).missing(xml.elements());
        return missing.isEmpty()
                ? Finding.of(true, subject.jsonName() + " is XML", Map.of())
                : Finding.of(
                        false,
                        subject.jsonName() + " is XML without " + Quote.of(missing) + ": "
                                + Quote.of(subject.jsonText()),
                        Map.of("missing", Quote.plain(missing)));
    }
}
