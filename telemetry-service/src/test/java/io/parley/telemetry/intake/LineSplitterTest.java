package io.parley.telemetry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSplitterTest {

    private static final int MAX_BYTES = 6;
    private static final String TOO_LONG = "(too long)";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void lines_are_the_same_however_they_come_in_parts(int partLength) {
        assertThat(split("a\nbc\n\ngrüß\nend", partLength)).containsExactly("a", "bc", "", "grüß", "end");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 100})
    void a_line_that_is_too_long_spoils_no_other(int partLength) {
        assertThat(split("123456\n1234567\n" + "x".repeat(50) + "\nok\n", partLength))
                .containsExactly("123456", TOO_LONG, TOO_LONG, "ok");
    }

    @Test
    void a_last_line_that_is_too_long_is_told_too() {
        assertThat(split("1234567", 3)).containsExactly(TOO_LONG);
    }

    @Test
    void nothing_has_no_lines() {
        assertThat(split("", 1)).isEmpty();
    }

    private static List<String> split(String text, int partLength) {
        LineSplitter splitter = new LineSplitter(MAX_BYTES);
        List<String> lines = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += partLength) {
            Buffer part = Buffer.buffer(bytes).slice(from, Math.min(bytes.length, from + partLength));
            splitter.split(part, line -> lines.add(text(line)));
        }
        splitter.finish(line -> lines.add(text(line)));
        return lines;
    }

    private static String text(StreamLine line) {
        return switch (line) {
            case StreamLine.TooLong() -> TOO_LONG;
            case StreamLine.Whole(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
        };
    }
}
