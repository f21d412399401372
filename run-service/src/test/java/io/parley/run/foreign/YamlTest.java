package io.parley.run.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    private final Mistakes mistakes = new Mistakes();

    @Test
    void values_know_their_lines_and_are_texts_as_they_are_written() {
        Yaml yaml = Yaml.read("a.yaml", "a: no\nb:\n  - 012\n", mistakes).orElseThrow();
        Yaml list = yaml.member("b").orElseThrow();

        assertThat(yaml.member("a").flatMap(Yaml::text)).contains("no");
        assertThat(list.elements()).singleElement().satisfies(element -> {
            assertThat(element.text()).contains("012");
            assertThat(element.line()).isEqualTo(3);
        });
        mistakes.refuse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\nb: [\n", "a: 1\nb: *c\n", "a: 1\n\tb: 2\n"})
    void what_is_no_yaml_is_told_with_its_file_and_line(String text) {
        assertThat(Yaml.read("a.yaml", text, mistakes)).isEmpty();

        assertThat(told()).singleElement().satisfies(mistake -> {
            assertThat(mistake.field()).isEqualTo("a.yaml");
            assertThat(mistake.line()).isBetween(2, 3);
        });
    }

    @Test
    void what_is_nested_without_end_is_a_mistake() {
        assertThat(Yaml.read("a.json", "[".repeat(100_000), mistakes)).isEmpty();

        assertThat(told()).hasSize(1);
    }

    private List<FieldError> told() {
        Problem problem = catchThrowableOfType(Problem.class, mistakes::refuse);
        return Objects.requireNonNull(problem.body("test").errors());
    }
}
