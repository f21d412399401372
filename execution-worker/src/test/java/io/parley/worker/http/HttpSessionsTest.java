package io.parley.worker.http;

import static io.parley.worker.testing.Results.exchange;
import static io.parley.worker.testing.Results.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Failure;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Login;
import io.parley.contracts.RunId;
import io.parley.platform.ids.Ids;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class HttpSessionsTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @Inject
    Vertx vertx;

    @Inject
    Sealer sealer;

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void cookies_stay_with_the_conversation_that_they_were_set_in() {
        AtomicInteger sessions = new AtomicInteger();
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> {
            if (request.getHeader("cookie") == null) {
                request.response()
                        .headers()
                        .add("set-cookie", "sid=" + sessions.incrementAndGet() + "; Path=/")
                        .add("set-cookie", "x=1; Path=/other");
            }
            StubTarget.json(request, "{\"reply\": \"" + request.getHeader("cookie") + "\"}");
        })) {
            ExecutionCompleted first = results.of(Requests.target(target.url() + "/chat"), LONG, "one", "two", "three");
            ExecutionCompleted second = results.of(Requests.target(target.url() + "/chat"), LONG, "one", "two");

            assertThat(first.transcript().exchanges())
                    .extracting(Exchange::answer)
                    .containsExactly("null", "sid=1", "sid=1");
            assertThat(second.transcript().exchanges())
                    .extracting(Exchange::answer)
                    .containsExactly("null", "sid=2");
        }
    }

    @Test
    void a_login_comes_before_the_first_turn_and_what_it_captures_is_a_secret_of_the_conversation() {
        try (StubTarget target = StubTarget.answering(vertx, HttpSessionsTest::loginThenReply)) {
            HttpTarget guarded = guarded(target, false);

            ExecutionCompleted result = results.of(guarded, LONG, "one", "two");

            assertThat(target.received())
                    .extracting(StubTarget.Received::uri)
                    .containsExactly("/login", "/chat", "/chat");
            assertThat(target.received().getFirst().body()).isEqualTo("{\"password\": \"open sesame\"}");
            assertThat(target.received().getLast().headers())
                    .containsEntry("authorization", "Bearer token-0123456789")
                    .containsEntry("cookie", "sid=7");
            assertThat(exchange(result).answer()).isEqualTo("you are Bearer ***");
            results.of(guarded, LONG, "one");
            assertThat(logins(target)).isEqualTo(2);
        }
    }

    @Test
    void a_login_once_in_a_run_serves_all_its_conversations() {
        try (StubTarget target = StubTarget.answering(vertx, HttpSessionsTest::loginThenReply)) {
            HttpTarget guarded = guarded(target, true);
            RunId run = new RunId(Ids.next());
            List<ExecutionRequested> requests = IntStream.range(0, 10)
                    .mapToObj(number -> Requests.request(run, guarded, Requests.saying("hi", "and?")))
                    .toList();

            requests.forEach(results.broker()::publish);

            assertThat(requests)
                    .allSatisfy(request -> assertThat(exchange(results.await(request.executionId()))
                                    .answer())
                            .isEqualTo("you are Bearer ***"));
            assertThat(logins(target)).isOne();
            results.of(Requests.request(guarded, Requests.saying("hi")));
            assertThat(logins(target)).isEqualTo(2);
        }
    }

    @Test
    void a_login_that_fails_ends_the_conversation_and_the_next_one_tries_again() {
        AtomicInteger tries = new AtomicInteger();
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> {
            if (request.uri().equals("/login") && tries.incrementAndGet() == 1) {
                request.response().setStatusCode(401);
            }
            loginThenReply(request, body);
        })) {
            HttpTarget guarded = guarded(target, true);
            RunId run = new RunId(Ids.next());

            Failure failure = failure(results.of(Requests.request(run, guarded, Requests.saying("hi"))));

            assertThat(failure.code()).isEqualTo("target-status");
            assertThat(failure.reason()).startsWith("turn 1: at the login: POST " + target.url() + "/login answered");
            assertThat(exchange(results.of(Requests.request(run, guarded, Requests.saying("hi"))))
                            .answer())
                    .isEqualTo("you are Bearer ***");
        }
    }

    @Test
    void a_shared_login_leaves_the_secrets_hidden_to_those_who_waited_for_it() {
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> {
            if (request.uri().equals("/login")) {
                vertx.setTimer(300, later -> loginThenReply(request, body));
            } else {
                StubTarget.json(request, "{\"reply\": \"say open sesame\"}");
            }
        })) {
            assertThat(together(guarded(target, true)))
                    .allSatisfy(result -> assertThat(exchange(result).answer()).isEqualTo("say ***"));
            assertThat(logins(target)).isOne();
        }
    }

    @Test
    void a_shared_login_that_fails_shows_no_secret_to_those_who_waited_for_it() {
        try (StubTarget target = StubTarget.answering(
                vertx,
                (request, body) -> vertx.setTimer(300, later -> {
                    var unused = request.response().setStatusCode(401).end();
                }))) {
            Login login =
                    new Login(target.url() + "/login/{{ secrets.PASSWORD }}", "POST", Map.of(), null, Map.of(), true);

            assertThat(together(guarded(target, "{{ login.token }}", login)))
                    .allSatisfy(result -> assertThat(failure(result).reason())
                            .contains("/login/*** answered with status 401")
                            .doesNotContain("sesame"));
        }
    }

    @Test
    void every_value_in_an_object_that_a_login_captures_is_a_secret() {
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> {
            if (request.uri().equals("/login")) {
                StubTarget.json(
                        request, "{\"auth\": {\"token\": \"token-0123456789\", \"spare\": [\"token-abcdef\"]}}");
            } else {
                StubTarget.json(request, "{\"reply\": \"" + request.getHeader("authorization") + ", token-abcdef\"}");
            }
        })) {
            HttpTarget guarded =
                    guarded(target, "Bearer {{ login.auth.token }}", login(target, Map.of("auth", "$.auth"), false));

            assertThat(exchange(results.of(guarded, LONG, "hi")).answer()).isEqualTo("Bearer ***, ***");
            assertThat(target.received().getLast().headers()).containsEntry("authorization", "Bearer token-0123456789");
        }
    }

    @Test
    void a_login_that_gives_too_much_to_hide_is_refused() {
        String many = IntStream.range(0, 101).mapToObj(String::valueOf).collect(Collectors.joining(","));
        try (StubTarget target = StubTarget.answering(vertx, "[" + many + "]")) {
            HttpTarget guarded = guarded(target, "{{ login.all[0] }}", login(target, Map.of("all", "$"), false));

            assertThat(failure(results.of(guarded, LONG, "hi")).code()).isEqualTo("capture-too-large");
        }
    }

    @Test
    void no_failure_quotes_what_a_login_answered() {
        Map<String, String> codes = Map.of(
                "{\"access_token\": \"token-0123456789\"}", "capture-missing", "token-0123456789", "answer-not-json");
        codes.forEach((answer, code) -> {
            try (StubTarget target = StubTarget.answering(vertx, answer)) {
                Failure failure = failure(results.of(guarded(target, false), LONG, "hi"));

                assertThat(failure.code()).isEqualTo(code);
                assertThat(failure.reason())
                        .startsWith("turn 1: at the login: ")
                        .doesNotContain("0123");
            }
        });
    }

    @Test
    void the_time_of_a_login_is_none_of_the_turns() {
        try (StubTarget target = StubTarget.answering(
                vertx, (request, body) -> vertx.setTimer(700, later -> loginThenReply(request, body)))) {
            ExecutionCompleted result = results.of(guarded(target, false), Duration.ofSeconds(1), "hi");

            assertThat(exchange(result).answer()).isEqualTo("you are Bearer ***");
        }
    }

    /** Several conversations at once, in one run. */
    private List<ExecutionCompleted> together(HttpTarget target) {
        RunId run = new RunId(Ids.next());
        List<ExecutionRequested> requests = IntStream.range(0, 5)
                .mapToObj(number -> Requests.request(run, target, Requests.saying("hi")))
                .toList();
        requests.forEach(results.broker()::publish);
        return requests.stream()
                .map(request -> results.await(request.executionId()))
                .toList();
    }

    private HttpTarget guarded(StubTarget target, boolean oncePerRun) {
        return guarded(target, "Bearer {{ login.token }}", login(target, Map.of("token", "$.token"), oncePerRun));
    }

    private static Login login(StubTarget target, Map<String, String> capture, boolean oncePerRun) {
        return new Login(
                target.url() + "/login",
                "POST",
                Map.of(),
                "{\"password\": \"{{ secrets.PASSWORD }}\"}",
                capture,
                oncePerRun);
    }

    private HttpTarget guarded(StubTarget target, String authorization, Login login) {
        HttpTarget open = Requests.withHeaders(
                Requests.target(target.url() + "/chat"),
                Map.of("Authorization", authorization),
                Map.of("PASSWORD", sealer.seal("open sesame")));
        return new HttpTarget(
                open.id(),
                open.name(),
                open.url(),
                open.method(),
                open.headers(),
                open.body(),
                open.answer(),
                open.limits(),
                open.sealedSecrets(),
                null,
                login);
    }

    private static long logins(StubTarget target) {
        return target.received().stream()
                .filter(received -> received.uri().equals("/login"))
                .count();
    }

    private static void loginThenReply(HttpServerRequest request, Object body) {
        if (request.uri().equals("/login")) {
            request.response().putHeader("set-cookie", "sid=7; Path=/; HttpOnly");
            StubTarget.json(request, "{\"token\": \"token-0123456789\"}");
        } else {
            StubTarget.json(request, "{\"reply\": \"you are " + request.getHeader("authorization") + "\"}");
        }
    }
}
