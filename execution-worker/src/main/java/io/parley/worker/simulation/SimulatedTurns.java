package io.parley.worker.simulation;

import io.parley.contracts.Exchange;
import io.parley.contracts.Reported;
import io.parley.contracts.Reported.Usage;
import io.parley.contracts.SimulatedUser;
import io.parley.contracts.Simulation;
import io.parley.contracts.Simulation.End;
import io.parley.worker.answers.Reports;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** How far a simulated user has come, and what that took. */
final class SimulatedTurns {

    private final SimulatedUser user;
    private int taken;
    private long tokens;
    private @Nullable Usage usage;
    private @Nullable BigDecimal cost;
    private @Nullable End end;

    SimulatedTurns(SimulatedUser user) {
        this.user = user;
    }

    /** Whether the user has taken no turn yet. */
    boolean areNone() {
        return taken == 0;
    }

    /** What keeps the user from another turn, if anything does. */
    Optional<End> limit() {
        if (taken >= user.maxTurns()) {
            return Optional.of(End.MAX_TURNS);
        }
        return user.maxTokens() != null && tokens >= user.maxTokens() ? Optional.of(End.MAX_TOKENS) : Optional.empty();
    }

    /** The model was asked, and this is what it reported. */
    void asked(Exchange exchange) {
        Reported reported = exchange.reported();
        tokens += Reports.tokens(reported);
        if (reported != null) {
            usage = sum(usage, reported.usage(), SimulatedTurns::sum);
            cost = sum(cost, reported.cost(), BigDecimal::add);
        }
    }

    void took() {
        taken++;
    }

    void ended(End cause) {
        end = cause;
    }

    Simulation simulation() {
        return new Simulation(taken, end, usage, cost);
    }

    private static Usage sum(Usage sofar, Usage more) {
        return new Usage(
                sum(sofar.inputTokens(), more.inputTokens(), Long::sum),
                sum(sofar.outputTokens(), more.outputTokens(), Long::sum));
    }

    private static <T> @Nullable T sum(@Nullable T sofar, @Nullable T more, BinaryOperator<T> plus) {
        if (sofar == null || more == null) {
            return sofar == null ? more : sofar;
        }
        return plus.apply(sofar, more);
    }
}
