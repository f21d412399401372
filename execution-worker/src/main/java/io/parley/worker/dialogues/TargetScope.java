package io.parley.worker.dialogues;

import io.parley.worker.secrets.Secrets;
import io.parley.worker.templates.Scope;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a target's templates see: the turn's message, the conversation's id, the secrets, and the case's variables. */
public record TargetScope(String message, String conversation, Secrets secrets, Scope variables) implements Scope {

    /** What comes after the beginning of an expression, be it in another one. */
    private static final Pattern CONVERSATION = Pattern.compile("\\{[{%].*\\bconversation\\b", Pattern.DOTALL);

    /** Whether requests made of this template may tell one conversation from others. */
    public static boolean tellsConversation(@Nullable String template) {
        return template != null && CONVERSATION.matcher(template).find();
    }

    @Override
    public @Nullable Object get(String name) {
        return switch (name) {
            case "message" -> message;
            case "conversation" -> conversation;
            case "secrets" -> secrets.open();
            default -> variables.get(name);
        };
    }
}
