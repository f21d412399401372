package io.parley.worker.dialogues;

import io.parley.worker.secrets.Secrets;
import io.parley.worker.templates.Scope;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a target's templates see: the turn's message, the conversation's id, the secrets, and the case's variables. */
public record TargetScope(String message, String conversation, Secrets secrets, Scope variables) implements Scope {

    private static final Pattern EXPRESSION = Pattern.compile("\\{[{%]");
    private static final Pattern CONVERSATION = Pattern.compile("\\bconversation\\b");

    /** Whether requests made of this template may tell one conversation from others. */
    public static boolean tellsConversation(@Nullable String template) {
        if (template == null) {
            return false;
        }
        Matcher expression = EXPRESSION.matcher(template);
        return expression.find() && CONVERSATION.matcher(template).find(expression.end());
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
