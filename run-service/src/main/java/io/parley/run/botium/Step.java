package io.parley.run.botium;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section of a convo.
 *
 * @param place file and line, for people
 * @param channel what stands behind the sender; of {@code include}, the name of a partial convo
 * @param text what is said or expected, null for nothing at all
 * @param not whether the text is not to come
 * @param optional whether another answer is left to the next step
 */
record Step(
        Sender sender,
        Place place,
        @Nullable String channel,
        @Nullable String text,
        boolean not,
        boolean optional,
        List<Call> asserters,
        List<Call> hooks,
        List<Call> inputs) {

    static final String INCLUDE = "INCLUDE";

    Step saying(String other) {
        return new Step(sender, place, channel, other, not, optional, asserters, hooks, inputs);
    }

    /** Whether it does more than to include partial convos. */
    boolean hasInteraction() {
        return (text != null && !text.isEmpty())
                || !asserters.isEmpty()
                || !inputs.isEmpty()
                || hooks.stream().anyMatch(hook -> !hook.name().equals(INCLUDE));
    }
}
