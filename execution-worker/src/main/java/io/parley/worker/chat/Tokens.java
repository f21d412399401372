package io.parley.worker.chat;

/** Tokens as an endpoint counted them. */
record Tokens(long input, long output) {

    static final Tokens NONE = new Tokens(0, 0);

    Tokens plus(Tokens more) {
        return new Tokens(input + more.input, output + more.output);
    }
}
