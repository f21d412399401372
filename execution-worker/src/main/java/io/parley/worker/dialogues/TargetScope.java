package io.parley.worker.dialogues;

import io.parley.worker.secrets.Secrets;
import io.parley.worker.templates.Scope;
import org.jspecify.annotations.Nullable;

/** What a target's templates see: the turn's message, the conversation's id, the secrets, and the case's variables. */
public record TargetScope(String message, String conversation, Secrets secrets, Scope variables) implements Scope {

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
