package io.parley.validation.language;

import io.parley.validation.assertions.Need;

/** Which languages a text may be written in. */
record LanguageOf(String text) implements Need<Likeness> {}
