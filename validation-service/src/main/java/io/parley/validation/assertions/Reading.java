package io.parley.validation.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.expressions.JsonQuery;
import io.parley.platform.expressions.JsonRules;
import io.parley.platform.expressions.Regex;
import org.jspecify.annotations.Nullable;

/** What is at hand while an assertion is read; what was compiled is remembered. */
public interface Reading {

    Regex regex(String pattern, boolean ignoreCase);

    JsonQuery path(String path);

    JsonRules schema(JsonNode schema);

    JsonNode json(@Nullable Object value);

    /** An assertion inside another. */
    Expectation expectation(Fields fields);
}
