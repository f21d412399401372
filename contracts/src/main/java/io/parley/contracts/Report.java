package io.parley.contracts;

import java.util.Arrays;
import java.util.Optional;

/** What a target can tell of an answer beside its words: a name in the setting {@code reports} of a target. */
public enum Report {
    /** The name of what the target took the user to want. */
    INTENT("intent"),
    /** How sure the target is of the intent, a number. */
    CONFIDENCE("confidence"),
    /** The tools that it called, in order. */
    TOOL_CALLS("tool-calls"),
    /** Texts of the buttons that it offers. */
    BUTTONS("buttons"),
    /** Titles of the cards that it shows. */
    CARDS("cards"),
    /** Addresses or types of the pictures, sounds and videos that it shows. */
    MEDIA("media"),
    /** Tokens that its model read. */
    INPUT_TOKENS("input-tokens"),
    /** Tokens that its model wrote. */
    OUTPUT_TOKENS("output-tokens"),
    /** What the answer cost, in whatever money the target counts in. */
    COST("cost"),
    /** Why its model stopped, such as {@code stop} or {@code length}. */
    FINISH_REASON("finish-reason"),
    /** How many steps it took. */
    STEPS("steps");

    private final String key;

    Report(String key) {
        this.key = key;
    }

    /** The name in settings. */
    public String key() {
        return key;
    }

    /** The one of this name, if there is one. */
    public static Optional<Report> named(String key) {
        return Arrays.stream(values()).filter(report -> report.key.equals(key)).findFirst();
    }
}
