package io.parley.validation.entities;

/**
 * Something that a text names.
 *
 * @param text as it stands there
 * @param value in one form, by which it is compared
 * @param start where it begins, in characters
 */
record Entity(String text, String value, int start) {

    int end() {
        return start + text.length();
    }
}
