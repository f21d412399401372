package io.parley.validation.chat;

/** A model gave no reply; the message says why, for people, and holds nothing secret. */
public final class ChatFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChatFailed(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
