package io.parley.bench.auth;

/** What a login or a refresh gives. */
record Tokens(String access, String refresh) {

    /** Says nothing of them. */
    @Override
    public String toString() {
        return "Tokens[]";
    }
}
