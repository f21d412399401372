package io.parley.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK says what is right. */
class TimesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-31T12:00:00Z",
                "2024-02-29T23:59:59.9Z",
                "2024-02-29T23:59:59.123456789Z",
                "1969-12-31T23:59:59.999999Z",
                "0000-01-01T00:00:00.000Z",
                "9999-12-31T23:59:59Z",
                "2025-01-31T12:00Z",
                "2025-01-31T12:00:00+02:00",
                "2025-01-31T12:00:00.5-00:30",
                "2025-01-31t12:00:00z",
                "-0001-01-31T12:00:00Z",
                "+12025-01-31T12:00:00Z"
            })
    void a_time_is_read_as_the_jdk_reads_it(String text) {
        assertThat(Times.instant(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2025-02-29T12:00:00Z",
                "2025-13-01T12:00:00Z",
                "2025-00-01T12:00:00Z",
                "2025-01-31T24:00:00Z",
                "2025-01-31T12:60:00Z",
                "2025-01-31T12:00:60Z",
                "2025-01-31T12:00:00",
                "2025-01-31T12:00:00,5Z",
                "2025-01-31T12:00:00.1234567890Z",
                "2025-01-31T12:00:00.-5Z",
                "2025-01-31 12:00:00Z",
                "2025-1a-31T12:00:00Z",
                "٢٠٢٥-01-31T12:00:00Z"
            })
    void what_is_no_time_for_the_jdk_is_none(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Times.instant(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_time_is_written_as_the_jdk_writes_it_and_read_again() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            long unit = new long[] {1, 1_000, 1_000_000, 1_000_000_000}[i % 4];
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-70_000_000_000L, 260_000_000_000L), random.nextInt(1_000_000_000) / unit * unit);

            assertThat(Times.text(instant)).isEqualTo(instant.toString());
            assertThat(Times.instant(Times.text(instant))).isEqualTo(instant);
        }
    }
}
