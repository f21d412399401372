package io.parley.validation.chat;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One message of a chat. */
public record Message(Role role, String content) {

    /** Who speaks. */
    public enum Role {
        /** Gives the instructions. */
        @JsonProperty("system")
        SYSTEM,
        /** Brings what they are applied to. */
        @JsonProperty("user")
        USER,
        /** The model. */
        @JsonProperty("assistant")
        ASSISTANT
    }
}
