package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration asks.
 *
 * @param id such as {@code openai:gpt-4o}
 * @param name its label, or else its id
 * @param target definition of it in a suite; null where nothing here can ask it
 * @param transform that its answers go through; null for none
 * @param beyond what is set for it and cannot be here, so that it cannot be asked; null for nothing
 */
record Provider(
        String id,
        String name,
        @Nullable ObjectNode target,
        @Nullable String transform,
        @Nullable String beyond) {

    private static final String SYSTEM = "system";

    /** To say why it cannot be asked. */
    String described() {
        return beyond == null ? id : id + " with " + beyond;
    }

    /** The same, told this before each conversation. */
    Provider told(@Nullable String system) {
        return target == null || system == null
                ? this
                : new Provider(id, name, target.deepCopy().put(SYSTEM, system), transform, beyond);
    }

    /** Whether it is told just this before each conversation; null for nothing. */
    boolean tells(@Nullable String system) {
        String told = target == null ? null : target.path(SYSTEM).asText(null);
        return Objects.equals(told, system);
    }

    /** Whether it reports the calls of tools beside its words. */
    boolean isChat() {
        return target != null && target.path("kind").asText().equals("chat");
    }
}
