package io.parley.run.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Checks;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.Reported;
import io.parley.contracts.RunId;
import io.parley.contracts.Simulation;
import io.parley.contracts.TargetId;
import io.parley.contracts.Transcript;
import io.parley.contracts.WorkspaceId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpendingTest {

    private static final long MOST = 1_000_000_000_000L;

    @Test
    void tokens_are_summed_over_turns() {
        assertThat(tokens(new Reported.Usage(1L, 2L), new Reported.Usage(3L, null)))
                .isEqualTo(6);
    }

    @Test
    void the_first_count_is_bounded_as_every_other() {
        assertThat(tokens(new Reported.Usage(Long.MAX_VALUE, null))).isEqualTo(MOST);
        assertThat(tokens(new Reported.Usage(Long.MAX_VALUE, Long.MAX_VALUE))).isEqualTo(MOST);
        assertThat(tokens(new Reported.Usage(-5L, 7L))).isEqualTo(7);
    }

    @Test
    void what_the_model_of_a_simulated_user_took_is_added() {
        Simulation simulation = new Simulation(2, null, new Reported.Usage(30L, 4L), new BigDecimal("0.5"));

        assertThat(spending(simulation, new Reported.Usage(1L, 2L)).tokens()).isEqualTo(37);
        assertThat(spending(simulation).tokens()).isEqualTo(34);
        assertThat(spending(simulation).cost()).isEqualByComparingTo("0.5");
        assertThat(spending(null).cost()).isNull();
    }

    @Test
    void answers_from_earlier_cost_nothing() {
        Reported reported = new Reported(
                null, null, null, null, null, new Reported.Usage(5L, 6L), new BigDecimal("0.5"), null, null);
        Exchange asked = new Exchange("hi", "ho", 200, Duration.ZERO, 1, null, reported, null);

        Spending spending = spending(null, List.of(asked, asked.fromCache()));

        assertThat(spending.tokens()).isEqualTo(11);
        assertThat(spending.cost()).isEqualByComparingTo("0.5");
    }

    @Test
    void of_a_turn_that_is_partly_from_earlier_the_rest_counts() {
        Reported reported = new Reported(
                null, null, null, null, null, new Reported.Usage(5L, 6L), new BigDecimal("0.5"), null, null);
        Exchange asked = new Exchange("hi", "ho", 200, Duration.ZERO, 1, null, reported, null);
        Exchange.Paid rest = new Exchange.Paid(new Reported.Usage(1L, 2L), new BigDecimal("0.1"));

        Spending spending = spending(null, List.of(asked.partlyFromCache(rest)));

        assertThat(spending.tokens()).isEqualTo(3);
        assertThat(spending.cost()).isEqualByComparingTo("0.1");
    }

    private static @Nullable Long tokens(Reported.Usage... usages) {
        return spending(null, usages).tokens();
    }

    private static Spending spending(@Nullable Simulation simulation, Reported.Usage... usages) {
        List<Exchange> exchanges = Stream.of(usages)
                .map(usage -> new Reported(null, null, null, null, null, usage, null, null, null))
                .map(reported -> new Exchange("hi", "ho", 200, Duration.ZERO, 1, null, reported, null))
                .toList();
        return spending(simulation, exchanges);
    }

    private static Spending spending(@Nullable Simulation simulation, List<Exchange> exchanges) {
        UUID id = UUID.randomUUID();
        return Spending.of(new ExecutionCompleted(
                new ExecutionId(id),
                1,
                new RunId(id),
                new WorkspaceId(id),
                new TargetId(id),
                "case",
                new Transcript(Instant.EPOCH, Duration.ZERO, exchanges, null, null, simulation),
                new Checks(List.of(), List.of(), null)));
    }
}
