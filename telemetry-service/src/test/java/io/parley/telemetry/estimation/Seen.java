package io.parley.telemetry.estimation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Observations as tests write them: an hour from each to the next. */
final class Seen {

    private static final Instant START = Instant.parse("2026-05-10T12:00:00Z");
    private static final long HOUR_SECONDS = 3_600;

    private Seen() {}

    /** One observation for each letter: {@code +} is correct, {@code -} is not. */
    static List<Observation> by(Source source, String outcomes) {
        return many(source, outcomes.length(), index -> outcomes.charAt(index) == '+');
    }

    static List<Observation> many(Source source, int number, IntPredicate correct) {
        return IntStream.range(0, number)
                .mapToObj(index -> observation(source, correct.test(index), index))
                .toList();
    }

    static Observation observation(Source source, boolean correct, int index) {
        return observation(source, correct, 1, index);
    }

    static Observation observation(Source source, boolean correct, double weight, int index) {
        String reference = source.name().toLowerCase(Locale.ROOT) + ":" + (index + 1);
        return new Observation(source, correct, weight, START.plusSeconds(HOUR_SECONDS * index), reference);
    }

    /** Several sources' observations in the order of time. */
    @SafeVarargs
    static List<Observation> together(List<Observation>... sources) {
        List<Observation> all = new ArrayList<>();
        for (List<Observation> source : sources) {
            all.addAll(source);
        }
        all.sort(Comparator.comparing(Observation::at));
        return all;
    }

    /** Observations taken as they are, by somebody who is always right. */
    static List<Evidence> evidence(String outcomes) {
        return Fusion.weigh(by(Source.REVIEW, outcomes), Reliabilities.DEFAULT);
    }

    /** What a learner with these parameters does, by reviews. */
    static List<Observation> learner(Parameters parameters, int number, SplittableRandom random) {
        return Pupil.of(parameters, random).seen(number, index -> Source.REVIEW);
    }

    /** What a learner does as events and outside assessments see it in turn, which err as often as is assumed of them. */
    static List<Observation> noisy(Parameters parameters, int number, SplittableRandom random) {
        return Pupil.of(parameters, random).seen(number, index -> index % 2 == 0 ? Source.EVENT : Source.OUTSIDE);
    }
}
