package io.parley.validation.assertions;

import java.util.Optional;
import java.util.stream.Stream;

/** Every assertion by its name in suite files; the suite's JSON Schema has the same. */
enum AssertionType {
    EQUALS("equals", true),
    CONTAINS("contains", true),
    CONTAINS_ANY("contains-any", true),
    CONTAINS_ALL("contains-all", true),
    STARTS_WITH("starts-with", true),
    REGEX("regex", true),
    IS_JSON("is-json", false),
    JSON_PATH("json-path", false),
    JSON_SCHEMA("json-schema", false),
    LATENCY("latency", false),
    NOT("not", false);

    private final String key;
    private final boolean comparesText;

    AssertionType(String key, boolean comparesText) {
        this.key = key;
        this.comparesText = comparesText;
    }

    String key() {
        return key;
    }

    /** Whether {@code ignore-case} means something to it. */
    boolean comparesText() {
        return comparesText;
    }

    static Optional<AssertionType> named(String key) {
        return Stream.of(values()).filter(type -> type.key.equals(key)).findFirst();
    }
}
