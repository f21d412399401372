package io.parley.run.testing;

/** Suite files. */
public final class Suites {

    private Suites() {}

    /** A suite of as many cases as its one list of variables has numbers. */
    public static String ofCases(String name, int cases) {
        StringBuilder suite = new StringBuilder("parley: 1\nname: %s\ncases:\n".formatted(name));
        for (int from = 0; from < cases; from += 1_000) {
            suite.append("  - name: block %d\n    vars: {number: [%d".formatted(from, from));
            for (int number = from + 1; number < Math.min(cases, from + 1_000); number++) {
                suite.append(", ").append(number);
            }
            suite.append("""
                    ]}
                        turns:
                          - user: "What is {{number}} and one?"
                            expect: [{contains: "{{number}}"}, {regex: "[0-9]+"}, {latency: {at-most: 2s}}]
                    """);
        }
        return suite.toString();
    }
}
