package io.parley.validation.scoring;

import io.parley.contracts.AssertionResult;
import io.parley.platform.expressions.TooCostly;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Need;
import io.parley.validation.assertions.Subject;
import io.parley.validation.catalogue.AssertionReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One assertion on one answer or conversation. One that cannot be read or checked is an error of its own and leaves the
 * others alone; whatever it is, it would be the same at the next delivery.
 */
final class Check {

    private static final Logger LOG = Logger.getLogger(Check.class);
    private static final double USUAL_WEIGHT = 1;

    private final String type;
    private final @Nullable Integer turn;
    private final double weight;
    private final List<Need<?>> needs;
    private final Function<Answers, Finding> finding;

    private Check(
            String type,
            @Nullable Integer turn,
            double weight,
            List<Need<?>> needs,
            Function<Answers, Finding> finding) {
        this.type = type;
        this.turn = turn;
        this.weight = weight;
        this.needs = needs;
        this.finding = finding;
    }

    /** An assertion, its subject at hand. */
    static Check of(AssertionReader reader, @Nullable Integer turn, Map<String, Object> written, Subject subject) {
        return read(
                reader,
                turn,
                written,
                expectation -> new Check(
                        expectation.type(),
                        turn,
                        expectation.weight(),
                        expectation.needs(subject).toList(),
                        answers -> expectation.check(subject, answers)));
    }

    /** An assertion whose subject never came to be. */
    static Check settled(AssertionReader reader, @Nullable Integer turn, Map<String, Object> written, Finding finding) {
        return read(
                reader,
                turn,
                written,
                expectation ->
                        new Check(expectation.type(), turn, expectation.weight(), List.of(), answers -> finding));
    }

    /** No assertion of the suite, but a result all the same. */
    static Check settled(String type, @Nullable Integer turn, Finding finding) {
        return new Check(type, turn, USUAL_WEIGHT, List.of(), answers -> finding);
    }

    Stream<Need<?>> needs() {
        return needs.stream();
    }

    AssertionResult result(Answers answers) {
        Finding told = guarded(type, () -> finding.apply(answers), Function.identity());
        return new AssertionResult(type, turn, told.verdict(), told.score(), weight, told.reason(), told.evidence());
    }

    private static Check read(
            AssertionReader reader,
            @Nullable Integer turn,
            Map<String, Object> written,
            Function<Expectation, Check> check) {
        String type = reader.nameOf(written);
        return guarded(type, () -> check.apply(reader.read(written)), error -> settled(type, turn, error));
    }

    private static <T> T guarded(String type, Supplier<T> work, Function<Finding, T> otherwise) {
        try {
            return work.get();
        } catch (MalformedAssertion malformed) {
            return otherwise.apply(Finding.error("this assertion is malformed: " + malformed.getMessage()));
        } catch (TooCostly tooCostly) {
            return otherwise.apply(Finding.error("checking this " + tooCostly.getMessage()));
        } catch (RuntimeException | StackOverflowError defect) {
            LOG.errorf(defect, "message=\"assertion failed unexpectedly\" type=%s", type);
            return otherwise.apply(Finding.error("this assertion could not be checked, by a defect of Parley"));
        }
    }
}
