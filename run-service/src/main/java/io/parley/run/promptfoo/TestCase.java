package io.parley.run.promptfoo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One test with everything that holds for it: what the suite says of all tests comes first, then what a scenario says of its own, then
 * what it says itself.
 *
 * @param layers the general first
 * @param assertions of all layers
 */
record TestCase(List<Piece> layers, Map<String, Piece> vars, Map<String, Piece> options, List<Piece> assertions) {

    static TestCase of(List<Piece> layers, Folder folder) {
        Map<String, Piece> vars = new LinkedHashMap<>();
        Map<String, Piece> options = new LinkedHashMap<>();
        for (Piece layer : layers) {
            vars.putAll(vars(layer.get("vars"), folder));
            options.putAll(layer.get("options").members());
        }
        List<Piece> assertions = new ArrayList<>();
        boolean general = !isTrue(options.get("disableDefaultAsserts"));
        layers.subList(general ? 0 : 1, layers.size())
                .forEach(layer -> assertions.addAll(layer.get("assert").elements()));
        return new TestCase(List.copyOf(layers), vars, options, assertions);
    }

    /** The test itself. */
    Piece at() {
        return layers.getLast();
    }

    /** What the most special layer that says it says. */
    Optional<Piece> said(String key) {
        return layers.reversed().stream()
                .map(layer -> layer.get(key))
                .filter(Piece::isThere)
                .findFirst();
    }

    Optional<Piece> option(String key) {
        return Optional.ofNullable(options.get(key)).filter(Piece::isThere);
    }

    private static boolean isTrue(@Nullable Piece flag) {
        return flag != null && flag.value().asBoolean(false);
    }

    /** Variables stand in place, or in files of their own. */
    private static Map<String, Piece> vars(Piece written, Folder folder) {
        Map<String, Piece> vars = new LinkedHashMap<>(written.members());
        written.elements().stream()
                .filter(Piece::isText)
                .flatMap(reference -> folder.named(reference).stream())
                .flatMap(path -> folder.parsed(path).stream())
                .forEach(file -> vars.putAll(file.members()));
        return vars;
    }
}
