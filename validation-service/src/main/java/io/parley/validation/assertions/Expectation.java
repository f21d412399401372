package io.parley.validation.assertions;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An assertion as a suite has it.
 *
 * @param type its name in the suite file
 * @param weight in the mean score of the case or of its group, above 0
 */
public record Expectation(String type, double weight, Assertion assertion) {

    /** What must be found out before it can be checked, for the assertions inside it too. */
    public Stream<Need<?>> needs(Subject subject) {
        return switch (assertion) {
            case Rule rule -> Stream.empty();
            case Question question -> question.needs(subject).stream();
            case Group group -> group.parts().stream().flatMap(part -> part.needs(subject));
        };
    }

    /** What it says, with answers to its needs; what could not be found out makes an error of the part that needs it. */
    public Finding check(Subject subject, Answers answers) {
        return switch (assertion) {
            case Rule rule -> told(() -> rule.check(subject));
            case Question question -> told(() -> question.check(subject, answers));
            case Group group ->
                group.combine(group.parts().stream()
                        .map(part -> part.check(subject, answers))
                        .toList());
        };
    }

    private static Finding told(Supplier<Finding> check) {
        try {
            return check.get();
        } catch (Unanswered unanswered) {
            return Finding.error(String.valueOf(unanswered.getMessage()));
        }
    }
}
