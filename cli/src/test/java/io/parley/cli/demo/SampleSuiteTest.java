package io.parley.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.contracts.SuiteFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SampleSuiteTest {

    private final JsonNode suite =
            new ObjectMapper().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(SampleSuite.yaml()));

    @Test
    void is_a_suite() throws IOException {
        try (InputStream schema = SuiteFormat.schema()) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(suite))
                    .isEmpty();
        }
    }

    @Test
    void has_a_case_for_each_fault_it_names() {
        List<String> cases = StreamSupport.stream(suite.get("cases").spliterator(), false)
                .map(aCase -> aCase.get("name").asText())
                .toList();

        assertThat(cases).hasSizeGreaterThanOrEqualTo(20).containsAll(SampleSuite.FAULTY_CASES);
    }
}
