package io.parley.validation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.JudgementRequested;
import io.parley.contracts.Queues;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestBroker;
import io.parley.validation.testing.StubModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A process that judges dies: one that the test plays, which takes requests and is gone before it has acknowledged them. */
@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class InterruptedJudgingTest extends WithJudges {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REQUESTS = 12;

    @Inject
    Scorer scorer;

    @Test
    void what_a_process_that_died_had_in_hand_is_judged_once_and_paid_once() {
        StubModel stub = register("judge", YES);
        TestBroker dying = TestBroker.connect();
        List<JudgementRequested> inHand = dying.hold(Queues.VALIDATION_JUDGEMENTS, REQUESTS);
        List<ExecutionCompleted> all = IntStream.range(0, REQUESTS)
                .mapToObj(n -> answer().turn("answer " + n, RUBRIC).event())
                .toList();

        all.forEach(completed -> broker.publish(new JudgementRequested(completed)));
        await().atMost(PATIENCE).until(() -> inHand.size() + judged(all) == REQUESTS);
        assertThat(inHand).hasSizeGreaterThanOrEqualTo(2);
        ExecutionCompleted recorded = inHand.getFirst().completed();
        judgedButNotTold(recorded);
        assertThat(judged(List.of(recorded))).isZero();
        dying.close();

        await().atMost(PATIENCE).until(() -> judged(all) == REQUESTS);
        assertThat(all)
                .allSatisfy(completed -> assertThat(of(completed.executionId())).hasSize(1))
                .allSatisfy(
                        completed -> assertThat(verdictOf(completed).verdict()).isEqualTo(Verdict.PASS));
        assertThat(stub.received()).hasSize(REQUESTS);
        costs("").body("judgements", equalTo(REQUESTS)).body("inputTokens", equalTo(REQUESTS * StubModel.INPUT_TOKENS));
    }

    /** It got so far with one of them. */
    private void judgedButNotTold(ExecutionCompleted completed) {
        var unused = scorer.judge(completed).await().atMost(PATIENCE);
    }

    private long judged(List<ExecutionCompleted> executions) {
        return executions.stream()
                .filter(completed -> received(completed.executionId()))
                .count();
    }
}
