package io.parley.run.promptfoo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.run.foreign.ForeignSuite;
import io.parley.run.foreign.SourceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Converts files that tests write in place. */
final class Conversions {

    private Conversions() {}

    /** The suites in files, given by path and text in turn. */
    static List<JsonNode> suites(Map<String, String> files) {
        return new PromptfooFormat()
                .read(new SourceFiles(files)).stream()
                        .map(ForeignSuite::suite)
                        .<JsonNode>map(suite -> suite)
                        .toList();
    }

    /** The one suite of a configuration. */
    static JsonNode suite(String configuration) {
        List<JsonNode> suites = suites(Map.of("promptfooconfig.yaml", configuration));
        if (suites.size() != 1) {
            throw new AssertionError(suites.size() + " suites");
        }
        return suites.getFirst();
    }

    /** What is expected of the answer in the first case of a configuration whose only test has these assertions. */
    static List<JsonNode> expected(String assertions) {
        JsonNode suite = suite("tests: [{vars: {city: Oslo}, assert: [" + assertions + "]}]");
        List<JsonNode> expected = new ArrayList<>();
        suite.at("/cases/0/turns/0/expect").forEach(expected::add);
        return expected;
    }

    /** What is wrong with files, each as file, line and message. */
    static List<String> mistakes(Map<String, String> files) {
        List<String> mistakes = new ArrayList<>();
        assertThatThrownBy(() -> new PromptfooFormat().read(new SourceFiles(files)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> Objects.requireNonNull(problem.body("test").errors())
                                .forEach(mistake -> mistakes.add(told(mistake))));
        return mistakes;
    }

    private static String told(FieldError mistake) {
        return mistake.field() + ":" + mistake.line() + " " + mistake.message();
    }
}
