package io.parley.cli.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.cli.up.PlatformException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class OperatorOptionsTest {

    @TempDir
    private Path empty;

    @Test
    void another_platform_needs_a_login_of_its_own() {
        OperatorOptions options = parse(Map.of(), "--url", "http://127.0.0.1:1");

        assertThatThrownBy(options::login)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("PARLEY_EMAIL")
                .hasMessageContaining("PARLEY_PASSWORD");
    }

    @Test
    void half_a_login_is_none() {
        OperatorOptions options =
                parse(Map.of("PARLEY_URL", "http://127.0.0.1:1", "PARLEY_EMAIL", "owner@example.com"));

        assertThatThrownBy(options::login).hasMessageContaining("PARLEY_PASSWORD");
    }

    @Test
    void without_a_platform_on_this_machine_it_says_what_to_do() {
        OperatorOptions options = parse(Map.of(), "--data", empty.toString());

        assertThatThrownBy(options::login)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("Parley is not up (data in " + empty)
                .hasMessageContaining("./parley up");
        assertThat(empty).isEmptyDirectory();
    }

    private static OperatorOptions parse(Map<String, String> environment, String... arguments) {
        OperatorOptions options = new OperatorOptions(environment);
        new CommandLine(new Nothing()).addMixin("operator", options).parseArgs(arguments);
        return options;
    }

    @Command
    private static final class Nothing {}
}
