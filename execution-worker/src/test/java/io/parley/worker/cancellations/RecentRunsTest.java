package io.parley.worker.cancellations;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.RunId;
import io.parley.platform.ids.Ids;
import io.parley.worker.cancellations.RecentRuns.Standing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentRunsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RecentRuns runs = new RecentRuns();
    private final RunId run = new RunId(Ids.next());

    @Test
    void everyone_who_asks_for_a_run_never_seen_is_to_find_out() {
        assertThat(runs.look(run, 0)).isEqualTo(Standing.UNKNOWN);
        assertThat(runs.look(run, 0)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void what_was_found_out_holds_for_a_second_and_then_one_is_to_find_out_anew() {
        runs.goesOn(run, 0);

        assertThat(runs.look(run, SECOND - 1)).isEqualTo(Standing.GOING_ON);
        assertThat(runs.look(run, SECOND)).isEqualTo(Standing.UNKNOWN);
        assertThat(runs.look(run, SECOND)).isEqualTo(Standing.GOING_ON);
    }

    @Test
    void a_cancelled_run_stays_cancelled() {
        runs.cancelled(run);
        runs.goesOn(run, 5 * SECOND);

        assertThat(runs.look(run, 100 * SECOND)).isEqualTo(Standing.CANCELLED);
    }

    @Test
    void other_runs_are_not_touched() {
        runs.goesOn(run, 0);
        runs.cancelled(new RunId(Ids.next()));

        assertThat(runs.look(run, 1)).isEqualTo(Standing.GOING_ON);
    }
}
