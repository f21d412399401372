package io.parley.validation.chat;

/** Tokens of one or several requests: sent, and received. */
public record Usage(long inputTokens, long outputTokens) {

    public static final Usage NONE = new Usage(0, 0);

    public Usage and(Usage more) {
        return new Usage(inputTokens + more.inputTokens, outputTokens + more.outputTokens);
    }
}
