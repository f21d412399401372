package io.parley.validation.judges;

import io.parley.contracts.Verdict;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts the votes of judges. More than half of all that were asked decide for PASS or FAIL: whatever the others would
 * have said could not change it. Without such a majority it is ERROR if a vote is missing, else UNSURE. A vote that is
 * below the threshold of confidence, or of a judge whom people contradict too often, is UNSURE.
 *
 * <p>The score is the mean, over the judges that voted, of how likely each holds it that what is expected is so: its
 * confidence, or 1 less that where it says no.
 */
record Ballot(List<Vote> votes, double threshold) {

    private static final int LONGEST_REASON = 2_000;

    Finding finding() {
        return decided(Verdict.PASS)
                ? told(Verdict.PASS)
                : decided(Verdict.FAIL)
                        ? told(Verdict.FAIL)
                        : told(count(Verdict.ERROR) > 0 ? Verdict.ERROR : Verdict.UNSURE);
    }

    private boolean decided(Verdict verdict) {
        return 2 * count(verdict) > votes.size();
    }

    private long count(Verdict verdict) {
        return votes.stream().filter(vote -> of(vote) == verdict).count();
    }

    private Verdict of(Vote vote) {
        return switch (vote) {
            case Vote.Cast cast when !cast.trusted() -> Verdict.UNSURE;
            case Vote.Cast cast -> said(cast);
            case Vote.Missing missing -> said(missing);
        };
    }

    /** What the judge itself said, counted or not. */
    private Verdict said(Vote vote) {
        return switch (vote) {
            case Vote.Missing missing -> Verdict.ERROR;
            case Vote.Cast cast when cast.opinion().confidence() < threshold -> Verdict.UNSURE;
            case Vote.Cast cast -> cast.opinion().holds() ? Verdict.PASS : Verdict.FAIL;
        };
    }

    private Finding told(Verdict verdict) {
        return new Finding(verdict, score(verdict), reason(verdict), evidence());
    }

    private double score(Verdict verdict) {
        return switch (verdict) {
            case ERROR, UNSURE -> 0;
            case PASS, FAIL ->
                votes.stream()
                        .filter(Vote.Cast.class::isInstance)
                        .map(Vote.Cast.class::cast)
                        .mapToDouble(cast -> likelihood(cast.opinion()))
                        .average()
                        .orElse(0);
        };
    }

    private static double likelihood(Opinion opinion) {
        return opinion.holds() ? opinion.confidence() : 1 - opinion.confidence();
    }

    private String reason(Verdict verdict) {
        String each = votes.stream().map(this::sentence).collect(Collectors.joining("; "));
        if (votes.size() == 1) {
            return each;
        }
        return switch (verdict) {
            case PASS -> count(verdict) + " of " + votes.size() + " judges say yes: " + each;
            case FAIL -> count(verdict) + " of " + votes.size() + " judges say no: " + each;
            case ERROR -> "no majority without the judges that gave no verdict: " + each;
            case UNSURE -> "no majority of the judges: " + each;
        };
    }

    private String sentence(Vote vote) {
        String name = vote.juror().name();
        return switch (vote) {
            case Vote.Missing missing -> name + " gave no verdict: " + missing.reason();
            case Vote.Cast cast ->
                name + " says " + (cast.opinion().holds() ? "yes" : "no") + doubt(cast) + ": "
                        + Quote.of(cast.opinion().reason());
        };
    }

    private String doubt(Vote.Cast cast) {
        if (!cast.trusted()) {
            return ", but agrees with people too rarely to count";
        }
        double confidence = cast.opinion().confidence();
        return confidence < threshold
                ? String.format(Locale.ROOT, " with a confidence of %s, below %s", confidence, threshold)
                : String.format(Locale.ROOT, " with a confidence of %s", confidence);
    }

    /**
     * {@code judges} is what reviewers see and what labels are made of: also of a judge that does not count at the moment,
     * which otherwise could never do better.
     */
    private Map<String, Object> evidence() {
        return Map.of(
                "threshold",
                threshold,
                "judges",
                votes.stream().map(this::evidence).toList());
    }

    private Map<String, Object> evidence(Vote vote) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("model", vote.juror().model());
        evidence.put("name", vote.juror().name());
        evidence.put("prompt", vote.juror().prompt());
        evidence.put("verdict", said(vote).name());
        switch (vote) {
            case Vote.Missing missing -> evidence.put("reason", missing.reason());
            case Vote.Cast cast -> {
                evidence.put("counts", cast.trusted());
                evidence.put("confidence", cast.opinion().confidence());
                evidence.put("reason", Quote.plain(cast.opinion().reason(), LONGEST_REASON));
            }
        }
        evidence.put("inputTokens", vote.spent().usage().inputTokens());
        evidence.put("outputTokens", vote.spent().usage().outputTokens());
        evidence.put("cost", plain(vote.spent().cost()));
        return evidence;
    }

    /** As people write it: 0.0012, not 1.2E-3. */
    private static BigDecimal plain(BigDecimal cost) {
        return new BigDecimal(cost.stripTrailingZeros().toPlainString());
    }
}
