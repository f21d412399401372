package io.parley.validation.structure;

import io.parley.validation.assertions.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Elements that a document must have.
 *
 * @param paths from the root on, the names of the elements with dots between them; empty for none in particular
 */
record XmlElements(List<String> paths) {

    private static final String ELEMENTS = "elements";

    /** Of {@code true}, or of a map that names them. */
    static XmlElements of(Fields fields, String key) {
        if (!(fields.value(key) instanceof Map<?, ?>)) {
            fields.requireTrue(key);
            return new XmlElements(List.of());
        }
        Fields options = fields.fields(key);
        options.allowOnly(Set.of(ELEMENTS));
        return new XmlElements(options.allWanted(ELEMENTS));
    }

    /** Those that a document with these elements has not. */
    List<String> missing(Set<String> elements) {
        return paths.stream().filter(path -> !elements.contains(path)).toList();
    }
}
