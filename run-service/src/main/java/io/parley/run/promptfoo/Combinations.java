package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values of a test's variables: a list of texts stands for each of them in turn, a list that begins with anything else for itself;
 * a reference stands for what is in each of its files.
 */
final class Combinations {

    /** A suite has no more cases. */
    private static final int MOST = 20_000;

    private final TestCase test;
    private final Folder folder;

    private Combinations(TestCase test, Folder folder) {
        this.test = test;
        this.folder = folder;
    }

    static List<Map<String, JsonNode>> of(TestCase test, Folder folder) {
        return new Combinations(test, folder).all();
    }

    private List<Map<String, JsonNode>> all() {
        List<Map<String, JsonNode>> all = List.of(Map.of());
        for (Map.Entry<String, Piece> variable : test.vars().entrySet()) {
            List<JsonNode> values = values(variable.getValue());
            if ((long) all.size() * values.size() > MOST) {
                Piece at = test.at();
                folder.mistakes().add(at.file(), at.line(), "multiplies to more than %,d cases".formatted(MOST));
                return List.of();
            }
            all = all.stream()
                    .flatMap(known -> values.stream().map(value -> with(known, variable.getKey(), value)))
                    .toList();
        }
        return all;
    }

    private List<JsonNode> values(Piece variable) {
        if (Folder.isReference(variable)) {
            return folder.named(variable).stream()
                    .map(path -> content(path, variable))
                    .flatMap(Optional::stream)
                    .toList();
        }
        JsonNode value = variable.value();
        boolean multiplies = value.isArray() && value.path(0).isTextual() && !isOff("disableVarExpansion");
        return multiplies ? variable.elements().stream().flatMap(this::element).toList() : List.of(value);
    }

    private Stream<JsonNode> element(Piece element) {
        return Folder.isReference(element)
                ? folder.named(element).stream().flatMap(path -> content(path, element).stream())
                : Stream.of(element.value());
    }

    private boolean isOff(String option) {
        return test.option(option).map(flag -> flag.value().asBoolean(false)).orElse(false);
    }

    /** YAML and JSON become JSON, other texts stand without the white space around them. */
    private Optional<JsonNode> content(String path, Piece place) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.(js|cjs|mjs|ts|py)")) {
            folder.mistakes()
                    .add(
                            place.file(),
                            place.line(),
                            "takes a variable from the program " + path + ", which nothing here can run");
            return Optional.empty();
        }
        return Folder.isParsed(path)
                ? folder.parsed(path)
                        .map(file -> Json.NODES.textNode(file.value().toString()))
                : Optional.of(Json.NODES.textNode(folder.text(path).strip()));
    }

    private static Map<String, JsonNode> with(Map<String, JsonNode> known, String name, JsonNode value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(known);
        more.put(name, value);
        return more;
    }
}
