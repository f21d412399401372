package io.parley.telemetry.features;

/** The types of events that features understand; all others count as events and as nothing else. */
public final class Vocabulary {

    /** The sender closes the session. */
    static final String SESSION_ENDED = "session.ended";

    /** The subject says something: {@code text}. */
    static final String USER_MESSAGE = "user.message";

    /** The subject says that the assistant got it wrong, and what is right: {@code text}. Also a request. */
    static final String USER_CORRECTION = "user.correction";

    /** The subject speaks while the assistant does. */
    static final String USER_INTERRUPTION = "user.interruption";

    /** The assistant answers. */
    static final String ASSISTANT_MESSAGE = "assistant.message";

    /** The assistant fails to. */
    static final String ASSISTANT_ERROR = "assistant.error";

    /** The subject is helped with an item. */
    static final String HINT_GIVEN = "hint.given";

    /** The subject begins to work on an item: {@code item}. */
    static final String ITEM_STARTED = "item.started";

    /** The subject tries to solve an item: {@code item}, {@code correct}. */
    static final String ITEM_ATTEMPTED = "item.attempted";

    private Vocabulary() {}

    /** The type of the event that closes a session. */
    public static String endOfSession() {
        return SESSION_ENDED;
    }
}
