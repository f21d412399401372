package io.parley.worker.templates;

/** The template cannot be parsed or rendered; the reason says what is wrong, where, and what would be right. */
public final class InvalidTemplate extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    InvalidTemplate(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** For people. */
    public String reason() {
        return reason;
    }

    static InvalidTemplate at(String source, int position, String message) {
        String before = source.substring(0, Math.min(position, source.length()));
        long line = before.chars().filter(character -> character == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return new InvalidTemplate("%s (line %d, column %d)".formatted(message, line, column));
    }
}
