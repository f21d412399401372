package io.parley.cli.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.cli.api.StubPlatform;
import io.parley.cli.up.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class OperatorOptionsTest {

    private static final String TOKENS = "{\"accessToken\":\"token\",\"refreshToken\":\"r\"}";

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

    @Test
    void a_code_that_is_given_is_sent_at_once_because_being_asked_for_it_counts_as_a_try() throws IOException {
        try (StubPlatform platform = StubPlatform.start()) {
            platform.answer(200, TOKENS).answer(200, TOKENS);

            parse(login(platform), "--code", "123456").login().close();
            parse(login(platform)).login().close();

            assertThat(platform.bodies())
                    .extracting(body -> body.contains("\"code\":\"123456\""))
                    .containsExactly(true, false);
        }
    }

    @Test
    void a_refusal_is_told_and_nothing_sent_once_more() throws IOException {
        try (StubPlatform platform = StubPlatform.start()) {
            platform.answer(401, "{\"title\": \"Wrong password\", \"code\": \"login-refused\"}");
            OperatorOptions options = parse(login(platform), "--code", "123456");

            assertThatThrownBy(options::login).hasMessageContaining("Wrong password");

            assertThat(platform.bodies()).hasSize(1);
        }
    }

    private static Map<String, String> login(StubPlatform platform) {
        return Map.of(
                "PARLEY_URL", platform.address().toString(),
                "PARLEY_EMAIL", "owner@example.com",
                "PARLEY_PASSWORD", "secret");
    }

    private static OperatorOptions parse(Map<String, String> environment, String... arguments) {
        OperatorOptions options = new OperatorOptions(environment);
        new CommandLine(new Nothing()).addMixin("operator", options).parseArgs(arguments);
        return options;
    }

    @Command
    private static final class Nothing {}
}
