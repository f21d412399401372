package io.parley.run.rows;

import java.util.List;

/**
 * A text of comma-separated values (RFC 4180). Values in quotes may hold commas, ends of lines, and quotes written twice. Empty lines
 * count for nothing.
 *
 * @param records in their order; where there are mistakes, those that could be made out
 */
public record Csv(List<CsvRecord> records, List<Mistake> mistakes) {

    public static Csv read(String text) {
        return new CsvReader(text).read();
    }
}
