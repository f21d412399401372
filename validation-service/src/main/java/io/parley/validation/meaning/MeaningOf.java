package io.parley.validation.meaning;

import io.parley.validation.assertions.Need;

/**
 * What a text means.
 *
 * @param text not blank
 */
public record MeaningOf(String text) implements Need<Meaning> {

    public MeaningOf {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a blank text means nothing");
        }
    }
}
