package io.parley.validation.chat;

import java.util.Locale;

/** One message of a chat. */
public record Message(Role role, String content) {

    /** Who speaks. */
    public enum Role {
        /** Gives the instructions. */
        SYSTEM,
        /** Brings what they are applied to. */
        USER,
        /** The model. */
        ASSISTANT;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
