package io.parley.validation.text;

import io.parley.validation.assertions.Subject;
import io.parley.validation.assertions.TextForms;
import java.util.List;

/**
 * A text to compare answers with.
 *
 * @param text as it was written
 * @param form what is compared: the text, or its folded form where case does not count
 */
record WantedText(String text, String form, boolean ignoreCase) {

    static WantedText of(String text, boolean ignoreCase) {
        return new WantedText(text, ignoreCase ? TextForms.fold(text) : text, ignoreCase);
    }

    static List<WantedText> all(List<String> texts, boolean ignoreCase) {
        return texts.stream().map(text -> of(text, ignoreCase)).toList();
    }

    boolean isIn(Subject subject) {
        return TextForms.contains(subject.text(ignoreCase), form);
    }

    boolean opens(Subject subject) {
        return subject.text(ignoreCase).startsWith(form);
    }

    boolean isWhole(Subject subject) {
        return subject.text(ignoreCase).equals(form);
    }
}
