package io.parley.run.promptfoo;

import org.jspecify.annotations.Nullable;

/**
 * A prompt: the template of what is said.
 *
 * @param label by which tests select it
 * @param unsupported why nothing here can make it; null for one that can be said
 */
record Prompt(String label, String text, @Nullable String unsupported) {

    static Prompt of(String label, String text) {
        return new Prompt(label, text, null);
    }
}
