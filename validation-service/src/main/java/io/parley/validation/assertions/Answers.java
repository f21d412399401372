package io.parley.validation.assertions;

import java.util.HashMap;
import java.util.Map;

/** What was found out, by what was needed. */
public final class Answers {

    private static final Answers NONE = new Answers(Map.of());

    private final Map<Need<?>, Answer<?>> answers;

    private Answers(Map<Need<?>, Answer<?>> answers) {
        this.answers = answers;
    }

    public static Answers none() {
        return NONE;
    }

    public static Answers of(Map<? extends Need<?>, ? extends Answer<?>> answers) {
        return new Answers(Map.copyOf(answers));
    }

    public Answers and(Answers more) {
        Map<Need<?>, Answer<?>> all = new HashMap<>(answers);
        all.putAll(more.answers);
        return new Answers(all);
    }

    /**
     * What was found out for a need.
     *
     * @throws Unanswered if it could not be
     */
    @SuppressWarnings("unchecked") // a source answers a need with what the need is of
    public <A> A to(Need<A> need) {
        return switch ((Answer<A>) answers.get(need)) {
            case Answer.Known<A>(A value) -> value;
            case Answer.Unknown<A>(String reason) -> throw new Unanswered(reason);
            case null -> throw new IllegalStateException("nobody was asked for " + need);
        };
    }
}
