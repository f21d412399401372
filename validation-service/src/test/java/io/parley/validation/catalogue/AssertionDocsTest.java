package io.parley.validation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.validation.assertions.AssertionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The page about assertions tells of each kind, and what it shows can be written. */
class AssertionDocsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path SCHEMA =
            Path.of("..", "contracts", "src", "main", "resources", "io", "parley", "contracts", "suite-v1.schema.json");
    private static final String SECTION = "### `";
    private static final String EXAMPLES = "```yaml\n";

    private final AssertionReader reader = new AssertionReader();

    @Test
    void every_kind_has_a_section_and_every_section_is_of_a_kind() throws IOException {
        assertThat(sections().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.TYPES.stream().map(AssertionType::key).toList());
    }

    @Test
    void every_example_passes_the_schema_and_is_read_and_is_of_its_section() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(Files.readString(SCHEMA)));

        for (Map.Entry<String, String> section : sections().entrySet()) {
            List<Map<String, Object>> examples = examples(section.getValue());
            assertThat(examples).as(section.getKey()).isNotEmpty();
            assertThat(examples).anySatisfy(example -> assertThat(example).containsKey(section.getKey()));
            assertThat(schema.validate(suiteWith(examples)))
                    .as(section.getKey())
                    .isEmpty();
            assertThat(examples)
                    .allSatisfy(
                            example -> assertThat(reader.read(example).type()).isIn(section.getKey(), "not"));
        }
    }

    @Test
    void the_page_about_suites_names_every_kind() throws IOException {
        String page = Files.readString(DOCS.resolve("suite-format.md"));

        assertThat(Catalogue.TYPES).allSatisfy(type -> assertThat(page).contains('`' + type.key() + '`'));
    }

    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        String page = Files.readString(DOCS.resolve("assertions.md"));
        Arrays.stream(page.split(SECTION, -1))
                .skip(1)
                .forEach(section -> sections.put(
                        section.substring(0, section.indexOf('`')), section.substring(section.indexOf('\n'))));
        return sections;
    }

    private static List<Map<String, Object>> examples(String section) {
        int start = section.indexOf(EXAMPLES) + EXAMPLES.length();
        Object yaml = new Load(LoadSettings.builder().build())
                .loadFromString(section.substring(start, section.indexOf("```", start)));
        List<Map<String, Object>> examples = new ArrayList<>();
        for (Object example : (List<?>) yaml) {
            Map<String, Object> assertion = new LinkedHashMap<>();
            ((Map<?, ?>) example).forEach((key, value) -> assertion.put(String.valueOf(key), value));
            examples.add(assertion);
        }
        return examples;
    }

    private static JsonNode suiteWith(List<Map<String, Object>> expected) {
        Map<String, Object> turn = Map.of("user", "hi", "expect", expected);
        Map<String, Object> only = Map.of("name", "case", "turns", List.of(turn));
        return JSON.valueToTree(Map.of("parley", 1, "name", "suite", "cases", List.of(only)));
    }
}
