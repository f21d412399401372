package io.parley.worker.dialogues;

import io.parley.contracts.Conversation;
import io.parley.contracts.LiveTarget;

/**
 * Talks to one kind of target. Each kind has exactly one driver, a bean in a package of its own; that it is a bean is all it
 * takes to be found.
 */
public interface Driver<T extends LiveTarget> {

    /** The kind of target. */
    Class<T> target();

    /** Whether targets of this kind call tools of the case, which the worker answers. */
    default boolean callsTools() {
        return false;
    }

    /**
     * Whether the response to a request depends on nothing but the requests and responses before it, so that an earlier one can
     * stand for it in other conversations of the case. A conversation that the target knows by an id, a login or a connection is another one each time.
     */
    default boolean isStateless(T target, Conversation conversation) {
        return false;
    }

    /** The dialogue of one conversation. Nothing is sent before the first turn. */
    Dialogue open(T target, Opening opening);
}
