package io.parley.validation.models;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A model as a client describes it; {@link Model} says what each part means.
 *
 * @param key in clear. Absent keeps the one that is there, as long as baseUrl stays; an empty one removes it
 * @param prices none unless given
 * @param reuseSeconds absent to ask the model anew for each execution
 */
record ModelInput(
        @NotBlank @Size(max = 200) @Pattern(regexp = ModelInput.NAME, message = "must be one line that neither starts nor ends with a space") String name,

        @NotBlank @Size(max = 2_000) String baseUrl,

        @NotBlank @Size(max = 200) @Pattern(regexp = ModelInput.ONE_LINE, message = "must be one line without control characters") String model,

        @Nullable @Size(max = 4_000) @Pattern(regexp = "[\\x21-\\x7E]*", message = "must be printable ASCII without spaces") String key,

        @Nullable @Valid PricesInput prices,
        @Nullable @Valid LimitsInput limits,
        @Nullable @Valid BudgetInput budget,
        @Nullable @Min(1) @Max(2_592_000) Integer reuseSeconds) {

    private static final String ONE_LINE = "[^\\p{Cntrl}]*";
    private static final String NAME = "([^\\p{Cntrl}\\s]([^\\p{Cntrl}]*[^\\p{Cntrl}\\s])?)?";
    private static final int USUAL_CONCURRENCY = 8;
    private static final int USUAL_TIMEOUT = 30;

    /** Of a million tokens each; see {@link Prices}. */
    record PricesInput(
            @NotNull @PositiveOrZero @DecimalMax("100000") @Digits(integer = 6, fraction = 6) BigDecimal input,

            @NotNull @PositiveOrZero @DecimalMax("100000") @Digits(integer = 6, fraction = 6) BigDecimal output) {}

    /** How it may be asked. */
    record LimitsInput(
            @Nullable @Min(1) @Max(256) Integer maxConcurrency,
            @Nullable @Min(1) @Max(120) Integer timeoutSeconds) {}

    /** Of one run; see {@link Budget}. */
    record BudgetInput(
            @Nullable @Positive @Digits(integer = 12, fraction = 6) BigDecimal cost,

            @Nullable @Positive Long tokens) {}

    Prices pricesOrNone() {
        return prices == null
                ? new Prices(BigDecimal.ZERO, BigDecimal.ZERO)
                : new Prices(prices.input(), prices.output());
    }

    int maxConcurrency() {
        return limits == null || limits.maxConcurrency() == null ? USUAL_CONCURRENCY : limits.maxConcurrency();
    }

    Duration timeout() {
        return Duration.ofSeconds(
                limits == null || limits.timeoutSeconds() == null ? USUAL_TIMEOUT : limits.timeoutSeconds());
    }

    Budget budgetOrNone() {
        return budget == null ? new Budget(null, null) : new Budget(budget.cost(), budget.tokens());
    }

    @Nullable Duration reuseFor() {
        return reuseSeconds == null ? null : Duration.ofSeconds(reuseSeconds);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ModelInput[name=" + name + ", model=" + model + "]";
    }
}
