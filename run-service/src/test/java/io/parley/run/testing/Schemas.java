package io.parley.run.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.contracts.SuiteFormat;
import java.util.List;

/** The schema of suites, for suites that are made. */
public final class Schemas {

    private static final Schema SUITE = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SuiteFormat.schema(), InputFormat.JSON);

    private Schemas() {}

    /** What the schema refuses of a suite. */
    public static List<String> refusals(JsonNode suite) {
        return SUITE.validate(suite).stream().map(Error::toString).toList();
    }
}
