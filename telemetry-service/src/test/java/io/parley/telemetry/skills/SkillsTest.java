package io.parley.telemetry.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Lines.class)
class SkillsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sender sender = Sender.ofNewWorkspace();

    @Inject
    Pool pool;

    @Inject
    Rows rows;

    @Test
    void a_skill_is_made_with_those_that_it_is_a_part_of_and_keeps_what_they_are_called() {
        put("weather", Map.of("title", "Weather")).statusCode(200);

        put("weather.forecast.tomorrow", Map.of("title", "Tomorrow", "description", "What comes next"))
                .statusCode(200)
                .body("parent", equalTo("weather.forecast"))
                .body("description", equalTo("What comes next"))
                .body("parameters.prior", equalTo(0.3f))
                .body("fittedAt", nullValue());

        sender.request()
                .get("/api/v1/skills")
                .then()
                .body("items.path", contains("weather", "weather.forecast", "weather.forecast.tomorrow"))
                .body("items.title", contains("Weather", null, "Tomorrow"));
    }

    @Test
    void two_who_describe_skills_of_one_line_wait_for_each_other() {
        SqlConnection other = done(pool.getConnection());
        Transaction transaction = done(other.begin());
        describe(other, "a");

        CompletableFuture<ValidatableResponse> described =
                CompletableFuture.supplyAsync(() -> put("a.b", Map.of("title", "B")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows.waiting()).isPositive());
        describe(other, "a.b");
        done(transaction.commit());
        done(other.close());

        described.join().statusCode(200).body("title", equalTo("B"));
    }

    private void describe(SqlConnection connection, String path) {
        done(connection
                .preparedQuery("insert into skill (workspace_id, path) values ($1, $2)")
                .execute(Tuple.of(sender.workspace().value(), path)));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    @Test
    void skills_are_listed_in_pages() {
        put("a.b", Map.of());

        String next = sender.request()
                .get("/api/v1/skills?limit=1")
                .then()
                .body("items.path", contains("a"))
                .extract()
                .path("next");
        sender.request()
                .get("/api/v1/skills?limit=1&after=" + next)
                .then()
                .body("items.path", contains("a.b"))
                .body("next", nullValue());
    }

    @Test
    void what_hangs_on_a_skill_keeps_it() {
        put("a.b", Map.of());
        put("ruled", Map.of());
        put("seen", Map.of());
        sender.request()
                .body(Map.of("type", "answer", "skill", "ruled", "correct", true))
                .post("/api/v1/skill-rules")
                .then()
                .statusCode(201);
        sender.request()
                .body(Map.of(
                        "observations",
                        List.of(Map.of(
                                "reference", "exam-1",
                                "subjectKind", "LEARNER",
                                "subject", "ann",
                                "skill", "seen",
                                "correct", true,
                                "at", Instant.now().toString()))))
                .post("/api/v1/observations")
                .then()
                .statusCode(200);

        for (String path : List.of("a", "ruled", "seen")) {
            remove(path).statusCode(409).body("code", equalTo("skill-in-use"));
        }
        remove("a.b").statusCode(204);
        remove("a").statusCode(204);
        remove("a").statusCode(404).body("code", equalTo("skill-not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", ".a", "a.", "a%20b", "a%00"})
    void what_is_no_path_is_refused(String path) {
        sender.request()
                .urlEncodingEnabled(false)
                .body(Map.of())
                .put("/api/v1/skills/" + path)
                .then()
                .statusCode(422);
    }

    @Test
    void another_workspace_sees_nothing_of_it_and_a_viewer_changes_nothing() {
        put("a", Map.of());

        Sender stranger = Sender.ofNewWorkspace();
        stranger.request().get("/api/v1/skills").then().body("items", empty());
        stranger.request().get("/api/v1/skills/a").then().statusCode(404);
        Sender.viewerOf(sender).request().get("/api/v1/skills/a").then().statusCode(200);
        Sender.viewerOf(sender)
                .request()
                .body(Map.of())
                .put("/api/v1/skills/a")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse put(String path, Map<String, String> skill) {
        return sender.request().body(skill).put("/api/v1/skills/" + path).then();
    }

    private ValidatableResponse remove(String path) {
        return sender.request().delete("/api/v1/skills/" + path).then();
    }
}
