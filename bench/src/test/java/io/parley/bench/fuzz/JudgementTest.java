package io.parley.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final MultiMap PROBLEM =
            MultiMap.caseInsensitiveMultiMap().add("content-type", "application/problem+json");

    private static final String URI = "/api/v1/runs?limit=%25";
    private static final String BODY = """
            {"type": "https://parley.dev/problems/not-found", "code": "not-found", "title": "Nothing here", "status": 404}
            """;

    @Test
    void what_succeeds_and_what_refuses_with_a_problem_may_be() {
        assertThat(Judgement.of(URI, 204, MultiMap.caseInsensitiveMultiMap(), ""))
                .isEmpty();
        assertThat(Judgement.of(URI, 404, PROBLEM, BODY)).isEmpty();
    }

    @Test
    void what_is_no_uri_is_turned_away_without_a_word() {
        assertThat(Judgement.of("/api/v1/runs?limit=%zz", 400, MultiMap.caseInsensitiveMultiMap(), ""))
                .isEmpty();
        assertThat(Judgement.of(URI, 400, MultiMap.caseInsensitiveMultiMap(), ""))
                .isPresent();
    }

    @Test
    void what_fails_and_what_refuses_in_another_way_must_not() {
        assertThat(Judgement.of(URI, 500, PROBLEM, BODY)).isPresent();
        assertThat(Judgement.of(URI, 404, MultiMap.caseInsensitiveMultiMap(), BODY))
                .isPresent();
        assertThat(Judgement.of(URI, 404, PROBLEM, "not found")).isPresent();
        assertThat(Judgement.of(URI, 404, PROBLEM, "{\"status\": 404}")).isPresent();
        assertThat(Judgement.of(URI, 409, PROBLEM, BODY))
                .as("a status that is another in the body")
                .isPresent();
    }
}
