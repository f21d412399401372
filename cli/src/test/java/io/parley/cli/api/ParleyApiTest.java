package io.parley.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Counts;
import io.parley.contracts.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a platform that answers what each test says, over a real socket. */
class ParleyApiTest {

    private static final UUID RUN = UUID.fromString("01930000-0000-7000-8000-000000000001");

    private StubPlatform platform;
    private ParleyApi api;

    @BeforeEach
    void start() throws IOException {
        platform = StubPlatform.start();
        api = platform.login();
    }

    @AfterEach
    void stop() {
        api.close();
        platform.close();
    }

    @Test
    void a_problem_is_told_with_every_mistake_and_its_line() {
        platform.answer(422, """
                {"type":"https://parley.dev/problems/invalid-suite","title":"The suite is not valid","status":422,
                 "code":"invalid-suite","detail":"2 mistakes","requestId":"r-1","errors":[
                   {"field":"/cases/0/turns","message":"must have at least 1 item","line":7},
                   {"field":"","message":"name is missing"}]}""");

        assertThatThrownBy(() -> api.importSuite("parley: 1"))
                .isInstanceOf(ApiException.class)
                .hasMessage("""
                        The suite is not valid (422 invalid-suite)
                        2 mistakes
                          line 7, /cases/0/turns: must have at least 1 item
                          name is missing
                        Request id, for the logs: r-1""");
    }

    @Test
    void an_answer_that_is_no_problem_is_quoted() {
        platform.answer(502, "<html>Bad gateway</html>");

        assertThatThrownBy(() -> api.run(RUN)).hasMessage("The platform answered 502: <html>Bad gateway</html>");
    }

    @Test
    void an_answer_without_body_is_told_by_its_status() {
        platform.answer(503, "");

        assertThatThrownBy(() -> api.run(RUN))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        failure -> assertThat(failure.status()).isEqualTo(503))
                .hasMessage("The platform answered 503.");
    }

    @Test
    void an_answer_that_is_not_the_expected_json_says_so() {
        platform.answer(200, "<html>");

        assertThatThrownBy(() -> api.run(RUN)).hasMessageContaining("is not this version of Parley");
    }

    @Test
    void a_platform_that_is_not_there_is_told_with_what_to_do() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }

        assertThatThrownBy(() -> ParleyApi.login(nobody, "owner@example.com", "secret"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("Nothing answers at " + nobody)
                .hasMessageContaining("./parley up");
    }

    @Test
    void logs_in_and_carries_the_token_from_then_on() {
        platform.answer(200, run("RUNNING", 0));

        api.run(RUN);

        assertThat(platform.requests())
                .containsExactly("POST /api/v1/auth/login null", "GET /api/v1/runs/" + RUN + " Bearer token");
    }

    @Test
    void starts_a_run_of_what_was_imported_and_says_only_what_is_given() {
        SuiteView suite = new SuiteView(RUN, "s", 3, 10);
        platform.answer(201, run("RUNNING", 0));
        platform.answer(201, run("RUNNING", 0));

        api.startRun(suite, new RunSettings("bot", null, 2, "refund*", List.of("smoke", "money")));
        api.startRun(suite, new RunSettings(null, null, null, null, null));

        assertThat(platform.bodies())
                .endsWith(
                        "{\"suiteId\":\"" + RUN + "\",\"revision\":3,\"target\":\"bot\",\"repeat\":2,"
                                + "\"filter\":\"refund*\",\"tags\":[\"smoke\",\"money\"]}",
                        "{\"suiteId\":\"" + RUN + "\",\"revision\":3}");
    }

    @Test
    void replays_the_dead_letters_of_one_queue() {
        platform.answer(200, "{\"queue\":\"run.execution-completed\",\"replayed\":3}");

        assertThat(api.replay("run.execution-completed")).isEqualTo(3);
        assertThat(platform.requests())
                .contains("POST /api/v1/admin/dead-letters/run.execution-completed/replay Bearer token");
    }

    @Test
    void reads_kept_mails() {
        platform.answer(200, """
                {"items": [{"id": "1", "to": "a@example.com", "subject": "S", "text": "T", "createdAt": "2026-01-01T12:00:00Z"}]}
                """);

        assertThat(api.mails())
                .containsExactly(new MailView("a@example.com", "S", "T", Instant.parse("2026-01-01T12:00:00Z")));
        assertThat(platform.requests()).contains("GET /api/v1/auth/mails Bearer token");
    }

    @Test
    void rotates_keys_and_needs_no_answer_but_that_it_is_done() {
        platform.answer(204, "");

        api.rotateKeys();

        assertThat(platform.requests()).contains("POST /api/v1/auth/keys/rotate Bearer token");
    }

    @Test
    void rescores_by_a_revision_or_the_latest() {
        platform.answer(201, run("RUNNING", 0));
        platform.answer(201, run("RUNNING", 0));

        assertThat(api.rescore(RUN, null).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(api.rescore(RUN, 3).id()).isEqualTo(RUN);

        assertThat(platform.requests())
                .filteredOn(request -> request.startsWith("POST /api/v1/runs/" + RUN + "/rescore Bearer"))
                .hasSize(2);
    }

    @Test
    void pauses_resumes_and_retries() {
        platform.answer(200, run("RUNNING", 0));
        platform.answer(200, run("RUNNING", 0));
        platform.answer(201, run("RUNNING", 0));

        api.pause(RUN, "lunch");
        api.resume(RUN);
        assertThat(api.retry(RUN).id()).isEqualTo(RUN);

        assertThat(platform.requests())
                .endsWith(
                        "POST /api/v1/runs/" + RUN + "/pause Bearer token",
                        "POST /api/v1/runs/" + RUN + "/resume Bearer token",
                        "POST /api/v1/runs/" + RUN + "/retry Bearer token");
    }

    @Test
    void compares_runs_and_asks_for_the_cases_of_one_change() {
        UUID earlier = UUID.randomUUID();
        platform.answer(200, """
                {"counts":{"newlyFailing":1,"fixed":2,"stillFailing":3,"stillPassing":4,"new":5,"gone":6,"undecided":7},
                 "pValue":1.0,"moreThanChance":false,"sentence":"So it is."}""");
        platform.answer(200, "{\"items\":[{\"case\":\"c\",\"vars\":{\"x\":1},\"change\":\"FIXED\"}],\"next\":\"n\"}");

        assertThat(api.compare(RUN, earlier))
                .isEqualTo(new Comparison(new Comparison.Changes(1, 2, 3, 4, 5, 6, 7), "So it is."));
        assertThat(api.changedCases(RUN, earlier, Change.FIXED, 20))
                .containsExactly(new ComparedCase("c", Map.of("x", 1)));
        assertThat(platform.requests())
                .contains("GET /api/v1/runs/" + RUN + "/comparison/cases?with=" + earlier
                        + "&change=FIXED&limit=20 Bearer token");
    }

    @Test
    void follows_a_run_by_asking_when_there_is_no_feed() {
        platform.answer(200, run("RUNNING", 0));
        platform.answer(200, run("RUNNING", 1));
        platform.answer(200, run("COMPLETED", 2));
        List<Integer> news = new ArrayList<>();

        RunView ended = api.follow(RUN, run -> news.add(run.counts().finished()));

        assertThat(news).containsExactly(0, 1, 2);
        assertThat(ended.counts()).isEqualTo(new Counts(2, 2, 0, 0, 0, 0));
        assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void reads_the_first_executions_of_a_verdict_with_what_was_said() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        platform.answer(200, "{\"items\":[{\"id\":\"" + first + "\"},{\"id\":\"" + second + "\"}],\"next\":\"n\"}");
        platform.answer(200, execution(first));
        platform.answer(200, execution(second));

        assertThat(api.executions(RUN, Verdict.FAIL, 2))
                .extracting(ExecutionView::id)
                .containsExactly(first, second);
        assertThat(platform.requests().get(1)).contains("/executions?verdict=FAIL&limit=2 ");
    }

    @Test
    void access_that_has_run_out_is_renewed_and_what_was_asked_is_asked_again() {
        platform.answer(401, "");
        platform.answer(200, "{\"accessToken\":\"second\",\"refreshToken\":\"r2\"}");
        platform.answer(200, run("RUNNING", 0));

        assertThat(api.run(RUN).id()).isEqualTo(RUN);

        assertThat(platform.requests())
                .endsWith(
                        "GET /api/v1/runs/" + RUN + " Bearer token",
                        "POST /api/v1/auth/refresh null",
                        "GET /api/v1/runs/" + RUN + " Bearer second");
    }

    @Test
    void a_session_that_has_ended_is_told_as_the_refusal_it_is() {
        platform.answer(401, "");
        platform.answer(401, "");

        assertThatThrownBy(() -> api.run(RUN)).hasMessage("The platform answered 401.");
    }

    @Test
    void an_export_that_is_refused_leaves_the_file_as_it_was(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("results.xml"), "of yesterday, when there was more to tell");
        platform.answer(409, "");
        platform.answer(200, "<testsuites/>");

        assertThatThrownBy(() -> api.export(List.of(RUN), "junit", file)).hasMessage("The platform answered 409.");
        assertThat(file).hasContent("of yesterday, when there was more to tell");

        api.export(List.of(RUN), "junit", file);
        assertThat(file).hasContent("<testsuites/>");
        assertThat(platform.requests()).last().asString().contains("/api/v1/exports?format=junit&run=" + RUN);
    }

    @Test
    void an_export_to_a_folder_that_is_missing_says_so(@TempDir Path folder) {
        Path file = folder.resolve("missing").resolve("results.xml");
        platform.answer(200, "<testsuites/>");

        assertThatThrownBy(() -> api.export(List.of(RUN), "junit", file)).hasMessage("Cannot write " + file + ".");
    }

    @Test
    void a_run_that_has_ended_already_is_as_good_as_cancelled() {
        platform.answer(409, "");
        platform.answer(404, "");

        api.cancel(RUN);
        assertThatThrownBy(() -> api.cancel(RUN)).hasMessage("The platform answered 404.");
    }

    @Test
    void the_gate_of_a_run_is_there_if_its_suite_has_one() {
        platform.answer(200, """
                {"gate":{"passed":false,"conditions":[{"condition":"unsure","wanted":0,"found":1,"passed":false,"reason":"So."}]}}""");
        platform.answer(200, "{}");

        assertThat(api.gate(RUN))
                .contains(new GateResult(false, List.of(new GateResult.Condition("unsure", false, "So."))));
        assertThat(api.gate(RUN)).isEmpty();
    }

    private static String run(String status, int passed) {
        return """
                {"id":"%s","suiteName":"s","targetName":"t","status":"%s","createdAt":"2026-01-01T12:00:00Z",
                 "counts":{"total":2,"passed":%d,"failed":0,"errored":0,"unsure":0,"cancelled":0},
                 "somethingNewer":true}""".formatted(RUN, status, passed);
    }

    private static String execution(UUID id) {
        return """
                {"id":"%s","case":"c","vars":{},"verdict":"FAIL",
                 "transcript":{"exchanges":[{"user":"u","answer":"a","status":200,"latency":"PT0.003S","tries":1}]},
                 "results":[{"type":"contains","turn":0,"verdict":"FAIL","score":0,"weight":1,"reason":"r","evidence":{}}]}""".formatted(id);
    }
}
