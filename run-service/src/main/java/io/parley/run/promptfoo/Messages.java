package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A prompt that is a list of chat messages, as a conversation with a chat target: what the target is told once, and what the user says.
 *
 * @param system null for nothing
 * @param user in order, at least one
 */
record Messages(@Nullable String system, List<String> user) {

    private static final String ROLE = "role";

    /** Nothing for a prompt of another form, or in which others speak than the system first and then the user. */
    static Optional<Messages> of(Prompt prompt) {
        return Json.read(prompt.text()).filter(Messages::isList).flatMap(Messages::read);
    }

    /** Whether a prompt is a list of messages, whoever speaks in them. */
    static boolean isList(Prompt prompt) {
        return Json.read(prompt.text()).filter(Messages::isList).isPresent();
    }

    private static boolean isList(JsonNode prompt) {
        return prompt.isArray() && prompt.path(0).has(ROLE);
    }

    private static Optional<Messages> read(JsonNode messages) {
        List<String> user = new ArrayList<>();
        String system = null;
        for (JsonNode message : messages) {
            String role = message.path(ROLE).asText();
            if (!message.path("content").isTextual()) {
                return Optional.empty();
            }
            if (role.equals("user")) {
                user.add(message.path("content").asText());
            } else if (role.equals("system") && system == null && user.isEmpty()) {
                system = message.path("content").asText();
            } else {
                return Optional.empty();
            }
        }
        return user.isEmpty() ? Optional.empty() : Optional.of(new Messages(system, user));
    }
}
