package io.parley.run.botium;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of a step.
 *
 * @param text as it is written
 * @param call what it calls if it is written as an object, as YAML and JSON can
 * @param kind that the object gives: {@code asserter}, {@code logichook}, {@code userinput}; empty if it gives none
 */
record Line(String text, Optional<Call> call, String kind, boolean optional) {

    static Line of(String text) {
        return new Line(text, Optional.empty(), "", false);
    }

    /** Arguments, between bars; a bar in one is written {@code \|}. */
    static List<String> arguments(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split("(?<!\\\\)\\|", -1))
                        .map(argument -> argument.replace("\\|", "|").strip())
                        .toList();
    }

    /** A text with the signs that may stand before it. */
    record Signed(String text, boolean not, boolean optional) {

        /** {@code ?} and {@code !}; twice, they are part of the text. */
        static Signed of(String text) {
            boolean asks = text.startsWith("?");
            String rest = asks ? text.substring(1) : text;
            boolean denies = rest.startsWith("!");
            return new Signed(
                    denies ? rest.substring(1) : rest,
                    denies && !rest.startsWith("!!"),
                    asks && !text.startsWith("??"));
        }
    }
}
