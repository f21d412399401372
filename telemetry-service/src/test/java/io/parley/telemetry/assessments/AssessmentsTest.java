package io.parley.telemetry.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.parley.contracts.Evidence;
import io.parley.contracts.ExecutionAssessed;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionReviewed;
import io.parley.contracts.ReviewId;
import io.parley.contracts.RunId;
import io.parley.contracts.UserId;
import io.parley.contracts.Verdict;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.TestBroker;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class AssessmentsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PATH = "/api/v1/assessments";

    private final Sender sender = Sender.ofNewWorkspace();

    @Inject
    Rows rows;

    private final Instant start = Instant.parse("2026-05-10T12:00:00Z");
    private int observations;

    @BeforeEach
    void describe() {
        for (String skill : List.of("weather.forecast", "weather.today")) {
            sender.request()
                    .body(Map.of())
                    .put("/api/v1/skills/" + skill)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_profile_has_each_skill_and_those_above_it_with_evidence_and_reasons() {
        observe("ASSISTANT", "bot/1@main", "weather.forecast", "1111111111111111111111111111110");
        observe("ASSISTANT", "bot/1@main", "weather.today", "0000000000");

        JsonPath profile = profile("assistants/bot/1@main");

        assertThat(profile.getList("skills.skill")).isEqualTo(List.of("weather", "weather.forecast", "weather.today"));
        assertThat(profile.getList("skills.observations")).isEqualTo(List.of(41, 31, 10));
        assertThat(profile.getDouble("skills[1].mastery")).isGreaterThan(0.85);
        assertThat(profile.getDouble("skills[2].mastery")).isLessThan(0.2);
        assertThat(profile.getDouble("skills[0].mastery"))
                .isBetween(profile.getDouble("skills[2].mastery"), profile.getDouble("skills[1].mastery"));
        assertThat(profile.getDouble("skills[1].low")).isLessThan(profile.getDouble("skills[1].mastery"));
        assertThat(profile.getDouble("skills[1].high")).isGreaterThan(profile.getDouble("skills[1].mastery"));
        assertThat(profile.getList("skills[1].evidenceFor")).hasSize(20);
        assertThat(profile.getList("skills[1].evidenceAgainst.reference")).isEqualTo(List.of("exam-31"));
        assertThat(profile.getList("skills[1].reasoning")).isNotEmpty();
        assertThat(profile("assistants/bot/1@main").getMap("")).isEqualTo(profile.getMap(""));
    }

    @Test
    void evidence_links_to_where_it_comes_from_and_a_review_takes_the_place_of_a_verdict() {
        ExecutionId scored = new ExecutionId(Ids.next());
        ExecutionId reviewed = new ExecutionId(Ids.next());
        RunId run = new RunId(Ids.next());
        ReviewId review = new ReviewId(Ids.next());
        try (TestBroker broker = TestBroker.connect()) {
            broker.publish(assessed(run, scored));
            broker.publish(assessed(run, reviewed));
            broker.publish(new ExecutionReviewed(
                    reviewed,
                    1,
                    run,
                    sender.workspace(),
                    review,
                    1,
                    Verdict.FAIL,
                    new UserId(Ids.next()),
                    null,
                    start));
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> sender.request()
                        .get(PATH + "/assistants/bot@main")
                        .then()
                        .statusCode(200)
                        .body("skills[1].evidenceFor.link", contains("/api/v1/runs/" + run + "/executions/" + scored))
                        .body("skills[1].evidenceAgainst.link", contains("/api/v1/reviews/" + review)));
        sender.request()
                .get("/api/v1/skill-reliabilities")
                .then()
                .statusCode(200)
                .body("find { it.source == 'EXECUTION' }.agreed", equalTo(0))
                .body("find { it.source == 'EXECUTION' }.compared", equalTo(1));
    }

    @Test
    void what_is_evidence_for_several_skills_counts_once_for_what_they_are_parts_of() {
        tell("exam-1", "weather.forecast", true, 1);
        tell("exam-1", "weather.today", false, 2);
        tell("exam-2", "weather.forecast", true, 3);
        tell("exam-2", "weather", true, 4);

        JsonPath profile = profile("learners/ann");

        assertThat(profile.getList("skills.observations")).isEqualTo(List.of(2, 2, 1));
        assertThat(profile.getList("skills[0].evidenceAgainst.reference")).isEqualTo(List.of("exam-1"));
        assertThat(profile.getList("skills[0].evidenceFor.reference")).isEqualTo(List.of("exam-2"));
    }

    private void tell(String reference, String skill, boolean correct, int hour) {
        Map<String, Object> observation = Map.of(
                "reference",
                reference,
                "subjectKind",
                "LEARNER",
                "subject",
                "ann",
                "skill",
                skill,
                "correct",
                correct,
                "at",
                start.plus(Duration.ofHours(hour)).toString());
        sender.request()
                .body(Map.of("observations", List.of(observation)))
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
    }

    @Test
    void of_very_many_observations_the_latest_count() {
        assertThat(rows.observe(sender.workspace(), "bot@main", 24, 1_000)).isEqualTo(24_000);

        JsonPath profile = profile("assistants/bot@main");

        List<Integer> numbers = profile.getList("skills.observations");
        assertThat(profile.<String>getList("skills.skill"))
                .hasSize(21)
                .contains("many", "many.5", "many.24")
                .doesNotContain("many.4");
        assertThat(numbers).containsOnly(1_000);
    }

    @Test
    void a_subject_without_evidence_is_not_found_nor_is_one_of_another_workspace() {
        observe("LEARNER", "ann", "weather.today", "1");

        Sender.ofNewWorkspace().request().get(PATH + "/learners/ann").then().statusCode(404);
        sender.request().get(PATH + "/assistants/ann").then().statusCode(404).body("code", equalTo("no-evidence"));
    }

    @Test
    void versions_are_compared_by_the_skills_that_both_have_evidence_of() {
        observe("ASSISTANT", "bot@old", "weather.forecast", "0000000000000001");
        observe("ASSISTANT", "bot@new", "weather.forecast", "1111111111111110");
        observe("ASSISTANT", "bot@new", "weather.today", "11");

        JsonPath comparison = sender.request()
                .get(PATH + "/comparison?one=bot@new&other=bot@old")
                .then()
                .statusCode(200)
                .body("onlyOne", contains("weather.today"))
                .body("onlyOther", hasSize(0))
                .extract()
                .jsonPath();

        assertThat(comparison.getList("skills.skill")).isEqualTo(List.of("weather", "weather.forecast"));
        assertThat(comparison.getDouble("skills[1].probabilityBetter")).isGreaterThan(0.99);
        assertThat(comparison.getList("reasoning")).isNotEmpty();
        sender.request()
                .urlEncodingEnabled(false)
                .get(PATH + "/comparison?other=%00")
                .then()
                .statusCode(422)
                .body("errors.field", contains("one", "other"));
    }

    @Test
    void a_group_has_the_mean_and_the_spread_of_each_skill() {
        observe("LEARNER", "ann", "weather.today", "111111");
        observe("LEARNER", "bob", "weather.today", "000000");
        double ann = mastery("ann");
        double bob = mastery("bob");

        JsonPath group = sender.request()
                .body(Map.of("subjects", List.of("ann", "bob", "nobody", "ann")))
                .post(PATH + "/groups")
                .then()
                .statusCode(200)
                .body("subjects", equalTo(3))
                .body("assessed", equalTo(2))
                .body("skills.skill", contains("weather", "weather.today"))
                .body("skills[1].subjects", equalTo(2))
                .extract()
                .jsonPath();

        assertThat(ann).isGreaterThan(bob);
        assertThat(group.getDouble("skills[1].mean")).isEqualTo((ann + bob) / 2, within(1e-6));
        assertThat(group.getDouble("skills[1].deviation")).isEqualTo((ann - bob) / Math.sqrt(2), within(1e-6));
        assertThat(group.getDouble("skills[1].lowest")).isEqualTo(bob, within(1e-6));
        sender.request()
                .body(Map.of("subjects", List.of()))
                .post(PATH + "/groups")
                .then()
                .statusCode(422)
                .body("errors.field", contains("/subjects"));
    }

    @Test
    void an_export_is_a_table_in_which_no_subject_is_a_formula() {
        observe("LEARNER", "=1+1,\"x\"", "weather.today", "10");
        Map<String, Object> subjects = Map.of("subjects", List.of("=1+1,\"x\""));

        String csv = sender.request()
                .body(subjects)
                .accept(ContentType.ANY)
                .post(PATH + "/exports/csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv.lines())
                .hasSize(3)
                .first()
                .isEqualTo("kind,subject,skill,mastery,low,high,trend,uncertain,observations");
        assertThat(csv.lines().skip(1)).allMatch(line -> line.startsWith("LEARNER,\"'=1+1,\"\"x\"\"\",weather"));
        sender.request()
                .body(subjects)
                .post(PATH + "/exports/json")
                .then()
                .statusCode(200)
                .body("subject", contains("=1+1,\"x\"", "=1+1,\"x\""))
                .body("skill", contains("weather", "weather.today"));
    }

    @Test
    void parameters_are_fitted_to_learners_and_hold_from_then_on() {
        for (int learner = 0; learner < 40; learner++) {
            observe("LEARNER", "learner-" + learner, "weather.today", learner % 4 == 0 ? "00000111" : "11111111");
        }

        JsonPath fit = sender.request()
                .post("/api/v1/skills/weather.today/fit")
                .then()
                .statusCode(200)
                .body("learners", equalTo(40))
                .body("observations", equalTo(320))
                .extract()
                .jsonPath();

        assertThat(fit.getDouble("parameters.prior")).isGreaterThan(0.5);
        JsonPath skill = sender.request().get("/api/v1/skills/weather.today").jsonPath();
        assertThat(skill.getDouble("parameters.prior")).isEqualTo(fit.getDouble("parameters.prior"), within(1e-6));
        assertThat(skill.getString("fittedAt")).isNotNull();
    }

    @Test
    void a_skill_without_learners_is_not_fitted() {
        sender.request()
                .post("/api/v1/skills/weather.today/fit")
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-fit"));
        sender.request().post("/api/v1/skills/unknown/fit").then().statusCode(404);
    }

    private double mastery(String learner) {
        return profile("learners/" + learner).getDouble("skills[1].mastery");
    }

    private JsonPath profile(String subject) {
        return sender.request()
                .urlEncodingEnabled(false)
                .get(PATH + "/" + subject)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ExecutionAssessed assessed(RunId run, ExecutionId execution) {
        return new ExecutionAssessed(
                execution,
                1,
                run,
                sender.workspace(),
                new Evidence("bot@main", List.of("weather.forecast", "weather.today")),
                Verdict.PASS,
                start);
    }

    /** Tells an observation a minute for each of these: 1 for correct, 0 for not. */
    private void observe(String kind, String subject, String skill, String results) {
        List<Map<String, Object>> batch = new ArrayList<>();
        for (int i = 0; i < results.length(); i++) {
            observations++;
            batch.add(Map.of(
                    "reference",
                    "exam-" + observations,
                    "subjectKind",
                    kind,
                    "subject",
                    subject,
                    "skill",
                    skill,
                    "correct",
                    results.charAt(i) == '1',
                    "at",
                    start.plus(Duration.ofMinutes(observations)).toString()));
        }
        sender.request()
                .body(Map.of("observations", batch))
                .post("/api/v1/observations")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(batch.size()));
    }
}
