package io.parley.run.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads one text of comma-separated values. Written here, since every mistake is told with its line, and the line where a quote was
 * opened is known to no library that reads on.
 */
final class CsvReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final List<CsvRecord> records = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private int at;
    private int line = 1;
    private int values;

    CsvReader(String text) {
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    Csv read() {
        while (at < text.length() && values <= Rows.MAX_VALUES) {
            if (isLineEnd()) {
                endLine();
            } else {
                record();
            }
        }
        if (values > Rows.MAX_VALUES) {
            mistakes.add(Rows.tooMany(line));
        }
        return new Csv(records, mistakes);
    }

    private void record() {
        int start = line;
        List<String> record = new ArrayList<>();
        record.add(value());
        while (is(',')) {
            at++;
            record.add(value());
        }
        values += record.size();
        records.add(new CsvRecord(start, record));
        if (at < text.length()) {
            endLine();
        }
    }

    private String value() {
        return is('"') ? quoted() : plain();
    }

    private String plain() {
        int start = at;
        while (at < text.length() && !is(',') && !isLineEnd()) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int opened = line;
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && !closes()) {
            if (is('"')) {
                at++;
            }
            if (isLineEnd()) {
                line += is('\r') && isNext('\n') ? 0 : 1;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            mistakes.add(new Mistake(opened, "a quote is opened here and never closed"));
        } else {
            at++;
            refuseRest();
        }
        return value.toString();
    }

    private boolean closes() {
        return is('"') && !isNext('"');
    }

    private void refuseRest() {
        if (!plain().isEmpty()) {
            mistakes.add(new Mistake(
                    line, "more stands behind a closing quote; a quote inside of a value in quotes is written twice"));
        }
    }

    private boolean is(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private boolean isNext(char wanted) {
        return at + 1 < text.length() && text.charAt(at + 1) == wanted;
    }

    private boolean isLineEnd() {
        return is('\n') || is('\r');
    }

    private void endLine() {
        at += is('\r') && isNext('\n') ? 2 : 1;
        line++;
    }
}
