package io.parley.run.suites;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.problems.FieldError;
import io.parley.run.targets.DefinitionReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What suite files are held against. Safe for many threads. */
record SuiteRules(SuiteSchema schema, DefinitionReader targets, ObjectMapper json) {

    /** Every mistake, by their lines; a value that the schema refuses is looked at no further. */
    List<FieldError> mistakes(Document document, SuiteData data) {
        List<FieldError> mistakes = new ArrayList<>(document.mistakes());
        mistakes.addAll(schema.mistakes(document));
        Set<String> refused = new HashSet<>();
        mistakes.forEach(mistake -> refused.add(mistake.field()));
        Stream.concat(
                        SuiteChecks.mistakes(document, data, schema).stream(),
                        WrittenTarget.mistakes(document, targets).stream())
                .filter(mistake -> !refused.contains(mistake.field()))
                .forEach(mistakes::add);
        mistakes.sort(Comparator.comparing(
                mistake -> mistake.line() == null ? 0 : mistake.line(), Comparator.naturalOrder()));
        return mistakes;
    }
}
