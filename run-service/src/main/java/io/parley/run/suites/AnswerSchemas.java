package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Schemas in {@code json-schema} assertions: JSON Schema 2020-12, complete in themselves, patterns of RE2 syntax. */
final class AnswerSchemas {

    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef");
    private static final Schema META = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));

    private AnswerSchemas() {}

    /** What is wrong with a schema, if anything is. */
    static Optional<String> complaint(JsonNode schema) {
        List<Error> errors = META.validate(schema);
        return errors.isEmpty()
                ? complaints(schema).findFirst()
                : Optional.of("is no JSON Schema: " + errors.getFirst().getInstanceLocation() + " "
                        + errors.getFirst().getMessage());
    }

    private static Stream<String> complaints(JsonNode schema) {
        Stream<String> own = schema.propertyStream()
                .map(entry -> complaint(entry.getKey(), entry.getValue()))
                .flatMap(Stream::ofNullable);
        return Stream.concat(own, schema.valueStream().flatMap(AnswerSchemas::complaints));
    }

    private static @Nullable String complaint(String key, JsonNode value) {
        if (!value.isTextual()) {
            return null;
        }
        if (REFERENCES.contains(key) && !value.asText().startsWith("#")) {
            return "must not refer to " + value.asText() + ", only to parts of itself (#...)";
        }
        return key.equals("pattern") ? SuiteChecks.complaintAboutPattern(value.asText()) : null;
    }
}
