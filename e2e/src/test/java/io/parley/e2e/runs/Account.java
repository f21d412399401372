package io.parley.e2e.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.e2e.api.Counts;
import io.parley.e2e.api.ExecutionRow;
import io.parley.e2e.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The account a platform gives of a run that has ended, taken three times: from the run's counts, from the list of its
 * executions, and from the rows of the database.
 *
 * @param counts what the run says
 * @param rows what the list says
 */
public record Account(Counts counts, List<ExecutionRow> rows) {

    /** Long enough for what is on its way to telemetry when a run ends. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(60);

    /** Takes the account of a run that was held to its end; every case has to be in it exactly once. */
    public static Account ofCompleted(Run run, Platform platform, int cases) {
        Account account = of(run, cases);
        assertThat(account.counts().cancelled()).as("cancelled").isZero();
        await("telemetry has heard of every case")
                .atMost(TO_SETTLE)
                .until(() -> Ledger.of(run.id(), platform.servers()).sessions() == cases);
        Ledger.of(run.id(), platform.servers()).assertComplete(cases);
        return account;
    }

    /** Takes the account of a run that has ended, also by a cancel; every case has to be in it exactly once. */
    public static Account of(Run run, int cases) {
        Account account = new Account(run.view().counts(), run.executions());
        assertThat(account.rows()).as("executions").hasSize(cases);
        assertThat(account.rows()).extracting(ExecutionRow::id).doesNotHaveDuplicates();
        assertThat(account.rows()).extracting(ExecutionRow::position).doesNotHaveDuplicates();
        assertThat(account.counts()).as("counts of the run").isEqualTo(account.counted());
        assertThat(account.counts().finished()).as("ended").isEqualTo(cases);
        return account;
    }

    /** How many executions of the list ended how. */
    private Counts counted() {
        Map<String, Integer> ends = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNullElse(row.verdict(), row.status()),
                        Collectors.summingInt(row -> 1)));
        return new Counts(
                rows.size(),
                ends.getOrDefault("PASS", 0),
                ends.getOrDefault("FAIL", 0),
                ends.getOrDefault("ERROR", 0),
                ends.getOrDefault("UNSURE", 0),
                ends.getOrDefault("CANCELLED", 0));
    }
}
