package io.parley.e2e.input;

/** Suite files of several tests. */
final class Suites {

    static final String OF_ONE_CASE = """
            parley: 1
            name: One case
            cases: [{name: only, turns: [{user: hello, expect: [{contains: hello}]}]}]
            """;

    private Suites() {}
}
