package io.parley.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.Account;
import io.parley.e2e.runs.Run;
import io.parley.e2e.runs.Workspace;
import io.parley.e2e.target.StubTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A target misbehaves towards one case of a run of ten; the others have to be none the worse for it. */
@ExtendWith(SharedPlatform.class)
class BadAnswerTest {

    private static final int CASES = 10;
    private static final Duration TO_END = Duration.ofSeconds(60);
    private static final byte[] MEBIBYTE = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);

    private static final String SUITE = """
            parley: 1
            name: One bad answer
            defaults: {timeout: 3s}
            cases:
              - name: good
                vars: {number: [1, 2, 3, 4, 5, 6, 7, 8, 9]}
                turns: [{user: "good {{number}}", expect: [{equals: fine}]}]
              - name: bad
                turns: [{user: bad, expect: [{equals: fine}]}]
            """;

    private final Platform platform;
    private final Workspace workspace;
    private final CountDownLatch over = new CountDownLatch(1);
    private StubTarget target;

    BadAnswerTest(Platform platform) {
        this.platform = platform;
        this.workspace = Workspace.on(platform);
    }

    @BeforeEach
    void startTarget() throws IOException {
        target = StubTarget.start();
    }

    @AfterEach
    void stopTarget() {
        over.countDown();
        target.close();
    }

    @Test
    void an_answer_that_is_no_json_is_an_error() {
        assertOneError("answer-not-json", exchange -> StubTarget.answer(exchange, "text/html", "<html>Oops</html>"));
    }

    @Test
    void an_answer_of_twenty_mebibytes_is_an_error() {
        assertOneError("answer-too-large", exchange -> {
            OutputStream out = begin(exchange);
            for (int sent = 0; sent < 20; sent++) {
                out.write(MEBIBYTE);
            }
            out.write("\"}".getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void an_answer_without_an_end_is_an_error() {
        assertOneError("answer-too-large", exchange -> {
            OutputStream out = begin(exchange);
            while (!over.await(0, TimeUnit.SECONDS)) {
                out.write(MEBIBYTE);
            }
        });
    }

    @Test
    void an_answer_that_trickles_for_ever_is_an_error() {
        assertOneError("turn-timeout", exchange -> {
            OutputStream out = begin(exchange);
            while (!over.await(100, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        });
    }

    @Test
    void a_target_whose_host_resolves_nowhere_makes_every_case_an_error() {
        Run run = workspace.run(
                workspace.suite(SUITE), workspace.target(URI.create("http://no-such-host.invalid/chat"), 4));
        run.awaitEnd(TO_END);

        Account account = Account.ofCompleted(run, platform, CASES);
        assertThat(account.counts().errored()).isEqualTo(CASES);
        assertThat(account.rows()).allMatch(row -> row.isError("target-unresolved"));
    }

    private void assertOneError(String code, Misbehaviour misbehaviour) {
        URI url = target.on("/chat", good(misbehaviour));
        Run run = workspace.run(workspace.suite(SUITE), workspace.target(url, 4));
        run.awaitEnd(TO_END);

        Account account = Account.ofCompleted(run, platform, CASES);
        assertThat(account.counts().passed()).isEqualTo(CASES - 1);
        assertThat(account.rows().stream().filter(row -> row.isError(code))).hasSize(1);
    }

    /** What happens to the bad question. */
    private interface Misbehaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static HttpHandler good(Misbehaviour misbehaviour) {
        return exchange -> {
            if (StubTarget.body(exchange).contains("good")) {
                StubTarget.answer(exchange, "application/json", "{\"answer\": \"fine\"}");
                return;
            }
            try {
                misbehaviour.answer(exchange);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static OutputStream begin(HttpExchange exchange) throws IOException {
        OutputStream out = StubTarget.begin(exchange);
        out.write("{\"answer\": \"".getBytes(StandardCharsets.UTF_8));
        return out;
    }
}
