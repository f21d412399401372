package io.parley.validation.structure;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code contains-xml}: some part of the text is a well-formed element of XML, with everything in it. */
public record ContainsXml(List<String> elements) implements Rule {

    public static final AssertionType TYPE = AssertionType.of(
            "contains-xml",
            """
            {
              "title": "The text contains XML",
              "description": "An element that is closed, well-formed and without a DOCTYPE, whatever stands around it.",
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
                "elements": {"$ref": "#/$defs/texts", "title": "Elements that it has, each by its path from the outermost: order.item"}
              },
              "examples": [{"contains-xml": true}, {"contains-xml": {"elements": ["order.item"]}}]
            }
            """,
            (fields, reading) ->
                    new ContainsXml(XmlElements.of(fields, "contains-xml").paths()));

    /** Never goes back, so that it takes no longer than the text is. */
    private static final Pattern TAG = Pattern.compile("<(/?)([\\p{L}_][\\p{L}\\p{N}_.:-]*+)([^<>]*+)>");

    @Override
    public Finding check(Subject subject) {
        String text = subject.text(false);
        Matcher tags = TAG.matcher(text);
        for (int from = 0; tags.find(from); from = tags.start() + 1) {
            int end = tags.group(1).isEmpty() ? end(text, tags, subject) : -1;
            if (end > 0 && holds(text.substring(tags.start(), end), subject)) {
                String found = text.substring(tags.start(), end);
                return Finding.of(
                        true,
                        subject.name() + " contains XML: " + Quote.of(found),
                        Map.of("found", Quote.plain(found)));
            }
        }
        String wanted = elements.isEmpty() ? "" : " with " + Quote.of(elements);
        return Finding.of(false, subject.name() + " contains no XML" + wanted + ": " + Quote.of(text), Map.of());
    }

    private boolean holds(String part, Subject subject) {
        WellFormed xml = WellFormed.read(part, elements, subject.effort());
        return xml.mistake() == null
                && new XmlElements(elements).missing(xml.elements()).isEmpty();
    }

    /** Behind the tag that closes the element which begins with this one; -1 if nothing closes it. */
    private static int end(String text, Matcher opening, Subject subject) {
        if (isClosed(opening)) {
            return opening.end();
        }
        Matcher tags = TAG.matcher(text);
        int open = 1;
        int from = opening.end();
        for (; tags.find(from); from = tags.end()) {
            subject.effort().spend((long) tags.end() - from);
            if (tags.group(2).equals(opening.group(2)) && !isClosed(tags)) {
                open += tags.group(1).isEmpty() ? 1 : -1;
            }
            if (open == 0) {
                return tags.end();
            }
        }
        subject.effort().spend((long) text.length() - from);
        return -1;
    }

    private static boolean isClosed(Matcher tag) {
        return tag.group(3).endsWith("/");
    }
}
