package io.parley.cli.runs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.cli.up.PlatformException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ExportOptionsTest {

    private final ExportOptions exports = new ExportOptions();

    @Test
    void more_suites_than_a_file_has_room_for_are_refused_before_any_is_run() {
        new CommandLine(exports).parseArgs("--junit", "results.xml");

        exports.requireRoom(100);
        assertThatThrownBy(() -> exports.requireRoom(101))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("at most 100 suites, and these are 101");
    }

    @Test
    void without_a_file_there_may_be_any_number() {
        exports.requireRoom(1_000);
    }
}
