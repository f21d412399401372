package io.parley.validation.closeness;

/** What is shared by an answer and a text, in relation to the one, to the other, or to both. */
enum Share {
    /** Of the text that would be right. */
    RECALL("recall"),
    /** Of the answer. */
    PRECISION("precision"),
    /** The harmonic mean of both: {@code 2 * shared / (answer + text)}. */
    F1("F1");

    private final String word;

    Share(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** 0 to 1; 0 where there is nothing to relate to. */
    double of(int shared, int inAnswer, int inReference) {
        double all = switch (this) {
            case RECALL -> inReference;
            case PRECISION -> inAnswer;
            case F1 -> (inAnswer + inReference) / 2.0;
        };
        return all == 0 ? 0 : shared / all;
    }
}
