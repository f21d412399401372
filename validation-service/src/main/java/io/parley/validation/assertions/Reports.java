package io.parley.validation.assertions;

import io.parley.contracts.Exchange;
import io.parley.contracts.Report;
import io.parley.contracts.Reported;
import io.parley.contracts.Reported.Intent;
import io.parley.contracts.Reported.ToolCall;
import io.parley.contracts.Reported.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the target told beside its words, in one answer or in a whole conversation: of a conversation the last intent and
 * finish reason, the lists one after another, and the sums of what can be summed up. What it did not tell is {@link
 * Unanswered}: it says nothing about quality.
 */
public final class Reports {

    private final List<Exchange> exchanges;
    private final @Nullable Map<String, String> pointers;

    Reports(List<Exchange> exchanges, @Nullable Map<String, String> pointers) {
        this.exchanges = exchanges;
        this.pointers = pointers;
    }

    public String intent() {
        return last(Report.INTENT, reported -> of(reported.intent()).map(Intent::name));
    }

    public double confidence() {
        return last(Report.CONFIDENCE, reported -> of(reported.intent()).map(Intent::confidence));
    }

    public String finishReason() {
        return last(Report.FINISH_REASON, reported -> of(reported.finishReason()));
    }

    /** In the order of the calls; turns of a conversation that report none add none. */
    public List<ToolCall> toolCalls() {
        return all(Report.TOOL_CALLS, reported -> of(reported.toolCalls()));
    }

    /** Texts of {@link Report#BUTTONS}, {@link Report#CARDS} or {@link Report#MEDIA}. */
    public List<String> shown(Report report) {
        return all(report, reported -> switch (report) {
            case BUTTONS -> of(reported.buttons());
            case CARDS -> of(reported.cards());
            case MEDIA -> of(reported.media());
            case INTENT, CONFIDENCE, TOOL_CALLS, INPUT_TOKENS, OUTPUT_TOKENS, COST, FINISH_REASON, STEPS ->
                throw new IllegalArgumentException(report + " is not shown");
        });
    }

    public long inputTokens() {
        return sum(
                        Report.INPUT_TOKENS,
                        reported -> of(reported.usage()).map(Usage::inputTokens).map(BigDecimal::valueOf))
                .longValue();
    }

    public long outputTokens() {
        return sum(
                        Report.OUTPUT_TOKENS,
                        reported ->
                                of(reported.usage()).map(Usage::outputTokens).map(BigDecimal::valueOf))
                .longValue();
    }

    public BigDecimal cost() {
        return sum(Report.COST, reported -> of(reported.cost()));
    }

    public long steps() {
        return sum(Report.STEPS, reported -> of(reported.steps()).map(BigDecimal::valueOf))
                .longValue();
    }

    /** Where it is looked for, to go on a sentence that it does not explain by itself. */
    public String source(Report report) {
        String pointer = pointers == null ? null : pointers.get(report.key());
        return pointer == null
                ? "; the target's setting reports." + report.key() + " is to say where in a response it stands"
                : " (the target's setting reports." + report.key() + " points at " + Quote.plain(pointer) + ")";
    }

    private <T> T last(Report report, Function<Reported, Optional<T>> part) {
        if (exchanges.isEmpty()) {
            throw missing(report);
        }
        return required(report, exchanges.getLast(), part);
    }

    private <T> List<T> all(Report report, Function<Reported, Optional<List<T>>> part) {
        List<List<T>> lists = exchanges.stream()
                .map(exchange -> of(exchange.reported()).flatMap(part))
                .flatMap(Optional::stream)
                .toList();
        if (lists.isEmpty()) {
            throw missing(report);
        }
        return lists.stream().flatMap(List::stream).toList();
    }

    /** A sum with gaps would be too small, and pass where it should not. */
    private BigDecimal sum(Report report, Function<Reported, Optional<BigDecimal>> part) {
        return exchanges.stream()
                .map(exchange -> required(report, exchange, part))
                .reduce(BigDecimal::add)
                .orElseThrow(() -> missing(report));
    }

    private <T> T required(Report report, Exchange exchange, Function<Reported, Optional<T>> part) {
        return of(exchange.reported()).flatMap(part).orElseThrow(() -> missing(report));
    }

    private Unanswered missing(Report report) {
        return new Unanswered("the target reports no " + report.key() + source(report));
    }

    private static <T> Optional<T> of(@Nullable T value) {
        return Optional.ofNullable(value);
    }
}
