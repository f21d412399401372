package io.parley.validation.structure;

import com.fasterxml.jackson.databind.JsonNode;

/** What is expected of the values that a path finds. */
sealed interface PathRule {

    /** That there are any, or none. */
    record Exists(boolean wanted) implements PathRule {}

    /** That there is just this one, or that all of them make up this list. */
    record Equal(JsonNode expected) implements PathRule {}

    /** That there are so many. */
    record Count(int expected) implements PathRule {}
}
