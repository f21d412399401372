package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration asks.
 *
 * @param id such as {@code openai:gpt-4o}
 * @param name its label, or else its id
 * @param target definition of it in a suite; null where nothing here can ask it
 * @param transform that its answers go through; null for none
 */
record Provider(
        String id,
        String name,
        @Nullable ObjectNode target,
        @Nullable String transform) {

    /** Whether it reports the calls of tools beside its words. */
    boolean isChat() {
        return target != null && target.path("kind").asText().equals("chat");
    }
}
