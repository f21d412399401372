package io.parley.validation.reviews;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter of a request that is true or false. */
final class Flag {

    static final String EXPECTED = "must be true or false";

    private Flag() {}

    /** The flag, or false where it is not given; anything else is a 422. */
    static boolean isSet(@Nullable String text, String parameter) {
        try {
            return text != null && parse(text);
        } catch (IllegalArgumentException neither) {
            throw ProblemType.INVALID_INPUT.problem(List.of(new FieldError(parameter, EXPECTED)));
        }
    }

    /** Anything but true and false is an {@link IllegalArgumentException}. */
    static boolean parse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
