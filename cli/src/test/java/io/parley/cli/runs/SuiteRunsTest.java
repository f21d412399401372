package io.parley.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.cli.api.ApiException;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunSettings;
import io.parley.cli.api.StubPlatform;
import io.parley.cli.api.SuiteView;
import io.parley.cli.runs.SuiteResult.Failed;
import io.parley.cli.runs.SuiteResult.LeftOut;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuiteRunsTest {

    private static final SuiteView SUITE = new SuiteView(UUID.randomUUID(), "Booking", 1, 2);

    private final StringWriter complaints = new StringWriter();
    private StubPlatform platform;
    private ParleyApi api;
    private Interruption interruption;
    private SuiteRuns runs;

    @BeforeEach
    void start() throws IOException {
        Terminal terminal = new Terminal(new PrintStream(OutputStream.nullOutputStream()), Style.PLAIN, false);
        platform = StubPlatform.start();
        api = platform.login();
        interruption = Interruption.watch(api, terminal);
        runs = new SuiteRuns(
                api,
                terminal,
                new PrintWriter(complaints, true),
                interruption,
                new RunSettings(null, null, null, "refund", null),
                null);
    }

    @AfterEach
    void stop() {
        interruption.close();
        api.close();
        platform.close();
    }

    @Test
    void a_suite_that_the_platform_refuses_to_run_is_told_and_the_next_can_be_run() {
        platform.answer(404, "{\"title\":\"No such target\",\"code\":\"target-not-found\"}");

        assertThat(runs.run(SUITE)).isEqualTo(new Failed("Booking"));
        assertThat(complaints).hasToString("parley: Booking: No such target (404 target-not-found)\n");
    }

    @Test
    void a_suite_without_a_case_that_was_asked_for_is_left_out() {
        platform.answer(422, "{\"title\":\"The run would hold no case\",\"code\":\"nothing-chosen\"}");

        assertThat(runs.run(SUITE)).isEqualTo(new LeftOut("Booking"));
        assertThat(complaints).asString().isEmpty();
    }

    @Test
    void a_platform_that_fails_ends_everything() {
        platform.answer(503, "");

        assertThatThrownBy(() -> runs.run(SUITE)).isInstanceOf(ApiException.class);
    }
}
