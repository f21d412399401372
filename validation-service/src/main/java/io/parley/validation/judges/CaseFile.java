package io.parley.validation.judges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.contracts.Exchange;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Subject;
import java.util.List;

/**
 * What a judge looks at: one JSON document, in which whatever targets and suites say is a string and nothing else. It is
 * the whole of the user's message; the instructions are another message.
 */
final class CaseFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private CaseFile() {}

    /** With the answer and what the user had said, or with the whole conversation. */
    static CaseFile of(Subject subject) {
        CaseFile file = new CaseFile();
        if (subject.isConversation()) {
            ArrayNode turns = file.document.putArray("conversation");
            subject.exchanges().forEach(exchange -> put(turns.addObject(), exchange));
        } else {
            subject.exchanges().forEach(exchange -> put(file.document, exchange));
        }
        return file;
    }

    /** With the whole conversation; one answer of it is an assertion in the wrong place. */
    static CaseFile ofConversation(Subject subject) {
        if (!subject.isConversation()) {
            throw new MalformedAssertion(
                    "it looks at the whole conversation and stands in the case's expect, not in a turn's");
        }
        return of(subject);
    }

    CaseFile with(String name, String text) {
        document.put(name, wellFormed(text));
        return this;
    }

    CaseFile with(String name, List<String> texts) {
        ArrayNode list = document.putArray(name);
        texts.forEach(text -> list.add(wellFormed(text)));
        return this;
    }

    String json() {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document that is no JSON", impossible);
        }
    }

    private static void put(ObjectNode turn, Exchange exchange) {
        turn.put("user", wellFormed(exchange.user())).put("answer", wellFormed(exchange.answer()));
    }

    /** Halves of surrogate pairs have no form in UTF-8. */
    private static String wellFormed(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> Character.getType(character) == Character.SURROGATE ? '\uFFFD' : character)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
