package io.parley.worker.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.LiveTurn;
import io.parley.contracts.RunId;
import io.parley.platform.ids.Ids;
import org.junit.jupiter.api.Test;

class WatchedRunsTest {

    private static final long INTERVAL = LiveTurn.WATCHED_EVERY.toNanos();

    private final RunId first = new RunId(Ids.next());
    private final RunId second = new RunId(Ids.next());
    private final WatchedRuns runs = new WatchedRuns();

    @Test
    void a_run_is_watched_from_when_somebody_says_so_until_nobody_has_for_a_while() {
        assertThat(runs.has(first, 0)).isFalse();

        runs.watched(first + "," + second, 0);

        assertThat(runs.has(first, 3 * INTERVAL)).isTrue();
        assertThat(runs.has(second, 3 * INTERVAL)).isTrue();
        assertThat(runs.has(first, 5 * INTERVAL)).isFalse();
    }

    @Test
    void who_watches_on_keeps_the_run_watched_and_no_other() {
        runs.watched(first + "," + second, 0);
        runs.watched(first.toString(), 3 * INTERVAL);

        assertThat(runs.has(first, 6 * INTERVAL)).isTrue();
        assertThat(runs.has(second, 6 * INTERVAL)).isFalse();
    }
}
