package io.parley.bench.runs;

/** Suites of any size: one turn and three assertions per case, all of which a mock target passes. */
public final class SuiteText {

    private SuiteText() {}

    public static String of(int cases) {
        StringBuilder yaml = new StringBuilder("parley: 1\nname: Benchmark of " + cases + " cases\ncases:\n");
        for (int number = 1; number <= cases; number++) {
            yaml.append("""
                      - name: case %1$d
                        turns:
                          - user: What is the forecast for city %1$d?
                            expect:
                              - contains: city %1$d
                              - starts-with: You said
                              - regex: forecast for city \\d+
                    """.formatted(number));
        }
        return yaml.toString();
    }
}
