package io.parley.bench.scoring;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Suites of cases that expect so many things of one answer, all of which a mock target's answer is. */
final class ScoringSuite {

    /** %1$d is the number of the case, %2$d that of the assertion, so that nothing is the same twice in a case. */
    private static final List<String> RULES = List.of(
            "contains: city %1$d",
            "{starts-with: you SAID, ignore-case: true}",
            "regex: forecast for city \\d{1,%2$d9}",
            "not: {contains: sorry %2$d}",
            "contains-any: [snow %2$d, forecast]",
            "word-count: {min: 3, max: 1%2$d}",
            "length: {max: 9%2$d}",
            "not: {refusal: true}",
            "f1: {to: the forecast for city %1$d %2$d, at-least: 0.3}",
            "any: [{equals: nothing %2$d}, {contains-all: [forecast, city]}]");

    private ScoringSuite() {}

    static String of(int cases, int assertions) {
        StringBuilder yaml = new StringBuilder(
                "parley: 1\nname: Benchmark of " + cases + " cases with " + assertions + " assertions\ncases:\n");
        for (int number = 1; number <= cases; number++) {
            yaml.append("""
                      - name: case %1$d
                        turns:
                          - user: What is the forecast for city %1$d?
                            expect:
                    %2$s
                    """.formatted(number, expected(number, assertions)));
        }
        return yaml.toString();
    }

    private static String expected(int number, int assertions) {
        return IntStream.range(0, assertions)
                .mapToObj(index ->
                        "          - " + RULES.get(index % RULES.size()).formatted(number, 1 + index / RULES.size()))
                .collect(Collectors.joining("\n"));
    }
}
