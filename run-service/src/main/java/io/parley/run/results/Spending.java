package io.parley.run.results;

import io.parley.contracts.Exchange;
import io.parley.contracts.Exchange.Paid;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Simulation;
import io.parley.platform.local.ForLocal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation took, as the target and the model that played its user told it.
 *
 * @param tokens that their models read and wrote; null if they told of none
 * @param cost null if they told of none
 */
@ForLocal
public record Spending(@Nullable Long tokens, @Nullable BigDecimal cost) {

    /** More is no count of tokens, and sums of it would go beyond their column. */
    private static final long MOST_TOKENS = 1_000_000_000_000L;

    private static final Spending NONE = new Spending(null, null);

    /** Of one conversation; a recorded one took nothing. */
    public static Spending of(ExecutionCompleted completed) {
        if (completed.recorded()) {
            return NONE;
        }
        List<Paid> paid =
                completed.transcript().exchanges().stream().map(Exchange::spent).toList();
        Simulation simulation = completed.transcript().simulation();
        return new Spending(tokens(paid, simulation), cost(paid, simulation));
    }

    private static @Nullable Long tokens(List<Paid> paid, @Nullable Simulation simulation) {
        return Stream.concat(
                        paid.stream().map(Paid::usage),
                        Stream.ofNullable(simulation).map(Simulation::usage))
                .filter(Objects::nonNull)
                .flatMap(usage -> Stream.of(usage.inputTokens(), usage.outputTokens()))
                .filter(Objects::nonNull)
                .map(tokens -> Math.clamp(tokens, 0L, MOST_TOKENS))
                .reduce((sum, tokens) -> Math.min(sum + tokens, MOST_TOKENS))
                .orElse(null);
    }

    private static @Nullable BigDecimal cost(List<Paid> paid, @Nullable Simulation simulation) {
        return Stream.concat(
                        paid.stream().map(Paid::cost),
                        Stream.ofNullable(simulation).map(Simulation::cost))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
