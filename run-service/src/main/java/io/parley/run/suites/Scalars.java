package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Texts, numbers, booleans and null by the core schema of YAML 1.2: {@code no} is a text, {@code 012} is twelve. */
final class Scalars {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NON_SPECIFIC = "!";
    private static final int MAX_DIGITS = 100;

    private final ScalarResolver resolver;
    private final Map<Tag, ConstructNode> constructors;

    Scalars() {
        CoreSchema schema = new CoreSchema();
        this.resolver = schema.getScalarResolver();
        this.constructors = schema.getSchemaTagConstructors();
    }

    /** The value; what JSON or the database cannot hold is told to {@code mistaken} and read as its text. */
    JsonNode read(ScalarEvent event, Consumer<String> mistaken) {
        String text = event.getValue();
        Tag tag = tag(event);
        if (tag.equals(Tag.STR)) {
            if (text.indexOf('\0') >= 0) {
                mistaken.accept("must not hold the character U+0000");
            }
            return NODES.textNode(text);
        }
        ConstructNode constructor = constructors.get(tag);
        if (constructor == null) {
            mistaken.accept("the tag " + tag + " is not known");
            return NODES.textNode(text);
        }
        if (text.length() > MAX_DIGITS) {
            mistaken.accept("must have at most " + MAX_DIGITS + " digits");
            return NODES.textNode(text);
        }
        return node(constructor.construct(new ScalarNode(tag, text, event.getScalarStyle())), text, mistaken);
    }

    private Tag tag(ScalarEvent event) {
        return event.getTag()
                .map(given -> given.equals(NON_SPECIFIC) ? Tag.STR : new Tag(given))
                .orElseGet(() ->
                        resolver.resolve(event.getValue(), event.getImplicit().canOmitTagInPlainScalar()));
    }

    private static JsonNode node(@Nullable Object value, String text, Consumer<String> mistaken) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case BigInteger number -> NODES.numberNode(number);
            case Double number when Double.isFinite(number) -> NODES.numberNode(number);
            default -> {
                mistaken.accept("must be a finite number");
                yield NODES.textNode(text);
            }
        };
    }
}
