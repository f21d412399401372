package io.parley.validation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class ToldVerdictsTest {

    private static final String AGE =
            "update told_verdicts set told_at = now() - make_interval(days => $2) where execution_id = $1";

    private final ExecutionCompleted completed = new Completed().turn("hi").event();

    @Inject
    ToldVerdicts told;

    @Inject
    Pool database;

    @Test
    void of_two_verdicts_the_first_counts() {
        ExecutionValidated first = verdict(Verdict.PASS);

        assertThat(done(told.find(completed))).isEmpty();
        assertThat(done(told.keep(first))).isEqualTo(first);
        assertThat(done(told.keep(verdict(Verdict.FAIL)))).isEqualTo(first);
        assertThat(done(told.find(completed))).contains(first);
    }

    @Test
    void what_nobody_will_hear_of_again_is_forgotten() {
        ExecutionValidated verdict = done(told.keep(verdict(Verdict.PASS)));

        age(6);
        done(told.forget());
        assertThat(done(told.find(completed))).contains(verdict);

        age(8);
        done(told.forget());
        assertThat(done(told.find(completed))).isEmpty();
    }

    private void age(int days) {
        done(database.preparedQuery(AGE)
                .execute(Tuple.of(completed.executionId().value(), days)));
    }

    private ExecutionValidated verdict(Verdict verdict) {
        return new ExecutionValidated(
                completed.executionId(),
                completed.attempt(),
                completed.runId(),
                completed.workspaceId(),
                verdict,
                0.5,
                List.of());
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
