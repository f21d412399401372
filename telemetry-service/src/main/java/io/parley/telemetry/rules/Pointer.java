package io.parley.telemetry.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON Pointers (RFC 6901) to what is inside a payload, and the names of their steps as PostgreSQL takes them. */
final class Pointer {

    /** Of at least one step. */
    static final String PATTERN = "(/([^~/\\x00]|~0|~1)*)+";

    private Pointer() {}

    static List<String> steps(String pointer) {
        return Stream.of(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    static String to(List<String> steps) {
        return steps.stream()
                .map(step -> step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("/", "/", ""));
    }
}
