package io.parley.platform.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.regex.RegularExpression;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON Schema, of draft 2020-12 unless its {@code $schema} names another. Its references stay inside it and nothing is
 * ever fetched; its patterns are RE2. Safe for many threads, which it serves one at a time.
 */
public final class JsonRules {

    private static final Set<String> DRAFTS = Set.of(
            DialectId.DRAFT_4, DialectId.DRAFT_6, DialectId.DRAFT_7, DialectId.DRAFT_2019_09, DialectId.DRAFT_2020_12);
    private static final SchemaRegistry DRAFT_SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Schema schema;
    private Effort effort = Effort.ofOneExecution();

    private JsonRules(JsonNode schema) {
        this.schema = registry().getSchema(schema);
        this.schema.initializeValidators();
    }

    /** Compiles a schema; one that is none, is too large or refers outside itself is an {@link InvalidExpression}. */
    public static JsonRules compile(JsonNode schema) {
        SchemaSize.check(schema);
        Optional<Error> mistake = CountedEvaluation.firstError(draftOf(schema), schema, Effort.ofOneExecution());
        if (mistake.isPresent()) {
            throw refuse(describe(mistake.get()));
        }
        try {
            return new JsonRules(schema);
        } catch (SchemaException wrong) {
            throw refuse(String.valueOf(wrong.getMessage()));
        }
    }

    /** The first rule that a document breaks: where in the document, and how. */
    public synchronized Optional<String> violation(JsonNode document, Effort effort) {
        this.effort = effort;
        return CountedEvaluation.firstError(schema, document, effort).map(JsonRules::describe);
    }

    private static Schema draftOf(JsonNode schema) {
        String draft = schema.path("$schema").asText(DialectId.DRAFT_2020_12);
        if (!DRAFTS.contains(draft)) {
            throw refuse("its $schema " + draft + " is not one of " + DRAFTS);
        }
        return DRAFT_SCHEMAS.getSchema(SchemaLocation.of(draft));
    }

    /** A registry of its own for each schema, or one {@code $id} could stand for the schema of somebody else. */
    private SchemaRegistry registry() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .locale(Locale.ROOT)
                .preloadSchema(true)
                .regularExpressionFactory(this::pattern)
                .build();
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemaRegistryConfig(config)
                        .schemaLoader(loader -> loader.allow(address -> DRAFTS.contains(address.toString()))));
    }

    private RegularExpression pattern(String pattern) {
        Regex regex = Regex.compile(pattern, false);
        return text -> regex.find(text, effort).isPresent();
    }

    private static String describe(Error error) {
        String place = error.getInstanceLocation().toString();
        return (place.isEmpty() ? "it" : place) + " " + error.getMessage();
    }

    private static InvalidExpression refuse(String reason) {
        return new InvalidExpression("is no JSON Schema that can be used here: " + reason);
    }
}
