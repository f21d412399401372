package io.parley.telemetry.assessments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows as a table of RFC 4180, with a header. A text that a spreadsheet would take for a formula gets an apostrophe before it,
 * as OWASP recommends: subjects are named by senders that nobody vouches for.
 */
final class Csv {

    private static final String FORMULAS = "=+-@\t\r";

    private Csv() {}

    static String of(List<Row> rows) {
        Stream<String> header = Stream.of(line(
                Stream.of("kind", "subject", "skill", "mastery", "low", "high", "trend", "uncertain", "observations")));
        return Stream.concat(header, rows.stream().map(Csv::line)).collect(Collectors.joining());
    }

    private static String line(Row row) {
        return line(Stream.of(
                row.kind().name(),
                text(row.subject()),
                text(row.skill()),
                String.valueOf(row.mastery()),
                String.valueOf(row.low()),
                String.valueOf(row.high()),
                row.trend().name(),
                String.valueOf(row.uncertain()),
                String.valueOf(row.observations())));
    }

    private static String text(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String line(Stream<String> fields) {
        return fields.map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
