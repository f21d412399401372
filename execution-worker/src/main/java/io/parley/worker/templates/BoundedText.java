package io.parley.worker.templates;

/** A text under construction that refuses to outgrow {@value #MAX_LENGTH} characters. */
final class BoundedText {

    static final int MAX_LENGTH = 1 << 20;

    private final StringBuilder text = new StringBuilder();

    void append(String more) {
        require(text.length() + (long) more.length());
        text.append(more);
    }

    void append(String value, Escaping escaping) {
        require(text.length() + (long) value.length());
        escaping.append(text, value);
    }

    /** Refuses a text of this length. */
    static void require(long length) {
        if (length > MAX_LENGTH) {
            throw new InvalidTemplate(
                    "the template makes a text of more than %,d characters; insert less".formatted(MAX_LENGTH));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
