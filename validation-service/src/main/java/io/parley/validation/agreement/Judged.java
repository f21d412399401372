package io.parley.validation.agreement;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Verdict;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one judge said of an execution; a decision of people about the execution is a label for it.
 *
 * @param prompt the version of the prompt
 * @param verdict PASS, FAIL or UNSURE
 */
@RegisterForReflection // kept as JSON
public record Judged(String model, String prompt, Verdict verdict) {

    /** Key of a result's evidence that holds a list of maps with {@code model}, {@code prompt} and {@code verdict}. */
    private static final String JUDGES = "judges";

    /** The type of a result that says the opposite of what the judge says. */
    private static final String NOT = "not";

    private static final int LONGEST_NAME = 200;

    /**
     * The verdicts that a decision about an execution is a label for: PASS, FAIL and UNSURE of every judge (an ERROR says
     * nothing about the execution), provided that every other result passed. Otherwise a person may have decided by what no
     * judge was asked about, and there is no label. Nor is there one for a judge under {@code not}, whose PASS fails.
     */
    public static List<Judged> labelledBy(List<AssertionResult> results) {
        boolean decidedByJudges = results.stream()
                .filter(result -> verdicts(result).isEmpty())
                .allMatch(result -> result.verdict() == Verdict.PASS);
        return decidedByJudges
                ? results.stream()
                        .flatMap(result -> verdicts(result).stream())
                        .flatMap(judge -> read(judge).stream())
                        .toList()
                : List.of();
    }

    private static List<?> verdicts(AssertionResult result) {
        return !result.type().equals(NOT) && result.evidence().get(JUDGES) instanceof List<?> judges
                ? judges
                : List.of();
    }

    private static Optional<Judged> read(@Nullable Object judge) {
        return judge instanceof Map<?, ?> map
                ? verdict(map.get("verdict"))
                        .filter(verdict -> isName(map.get("model")) && isName(map.get("prompt")))
                        .map(verdict -> new Judged(
                                String.valueOf(map.get("model")), String.valueOf(map.get("prompt")), verdict))
                : Optional.empty();
    }

    private static Optional<Verdict> verdict(@Nullable Object written) {
        return Stream.of(Verdict.PASS, Verdict.FAIL, Verdict.UNSURE)
                .filter(verdict -> verdict.name().equals(String.valueOf(written)))
                .findFirst();
    }

    /** Also a number: a prompt's version may be written as one. */
    private static boolean isName(@Nullable Object written) {
        String name = String.valueOf(written);
        return written != null && !name.isBlank() && name.length() <= LONGEST_NAME && name.indexOf('\0') < 0;
    }
}
