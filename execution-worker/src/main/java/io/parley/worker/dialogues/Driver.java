package io.parley.worker.dialogues;

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

    /** The dialogue of one conversation. Nothing is sent before the first turn. */
    Dialogue open(T target, Opening opening);
}
