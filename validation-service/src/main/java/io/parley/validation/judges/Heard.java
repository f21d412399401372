package io.parley.validation.judges;

import io.parley.validation.chat.Usage;

/** What came of asking a model. */
sealed interface Heard {

    /** Of all requests for it together. */
    Usage usage();

    /** An opinion. */
    record Verdict(Opinion opinion, Usage usage) implements Heard {}

    /**
     * A reply that is none.
     *
     * @param problem what is wrong with it
     */
    record Malformed(String problem, String reply, Usage usage) implements Heard {

        private static final int MOST_SHOWN = 2_000;

        /** As much of the reply as the model needs to be reminded of; some endpoints refuse an empty message. */
        String shown() {
            String start = reply.substring(0, Math.min(reply.length(), MOST_SHOWN));
            return start.isBlank() ? "(nothing)" : start;
        }
    }

    /**
     * No reply.
     *
     * @param reason ends a sentence that starts with the model
     */
    record Nothing(String reason, Usage usage) implements Heard {}
}
