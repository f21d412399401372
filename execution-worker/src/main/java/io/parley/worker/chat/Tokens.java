package io.parley.worker.chat;

/** Tokens as an endpoint counted them, from 0. */
record Tokens(long input, long output) {

    static final Tokens NONE = new Tokens(0, 0);

    Tokens plus(Tokens more) {
        return new Tokens(sum(input, more.input), sum(output, more.output));
    }

    private static long sum(long one, long other) {
        return one + Math.min(other, Long.MAX_VALUE - one);
    }
}
