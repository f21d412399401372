package io.parley.run.targets;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.TargetId;
import io.parley.contracts.TokenPrices;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model behind chat completions; {@link ChatTarget} says what each part means.
 *
 * @param stream false unless given
 * @param maxRounds 10 unless given
 */
record ChatInput(
        @NotBlank @Size(max = 200) @Pattern(regexp = Form.ONE_LINE, message = Form.ONE_LINE_MESSAGE) String name,

        @NotBlank @Size(max = 2_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String baseUrl,

        @NotBlank @Size(max = 200) @Pattern(regexp = Form.ONE_LINE, message = Form.ONE_LINE_MESSAGE) String model,

        @Nullable @Size(max = 50) Map<
                        @Size(max = 200) @Pattern(regexp = Form.HEADER, message = Form.HEADER_MESSAGE) String,
                        @NotNull @Size(max = 8_000) @Pattern(regexp = Form.ONE_LINE, message = Form.ONE_LINE_MESSAGE) String>
                headers,

        @Nullable @Size(max = 100_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String system,

        @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 100) String, Object> parameters,

        @Nullable Boolean stream,
        @Nullable @Valid PricesInput prices,
        @Nullable @Min(1) @Max(100) Integer maxRounds,
        @Nullable @Valid LimitsInput limits,

        @Nullable @Size(max = 50) Map<
                        @Size(max = 100) @Pattern(regexp = Form.SECRET, message = Form.SECRET_MESSAGE) String,
                        @Nullable @Size(min = 1, max = 10_000) String>
                secrets)
        implements TargetInput {

    private static final int USUAL_ROUNDS = 10;

    /** Parameters that the worker sets itself. */
    private static final Set<String> SET_BY_THE_WORKER = Set.of("model", "messages", "tools", "stream", "n");

    /** Of a million tokens each; see {@link TokenPrices}. */
    record PricesInput(
            @NotNull @PositiveOrZero @DecimalMax("100000") @Digits(integer = 6, fraction = 6) BigDecimal input,

            @NotNull @PositiveOrZero @DecimalMax("100000") @Digits(integer = 6, fraction = 6) BigDecimal output) {}

    @Override
    public void check(TargetChecks checks) {
        checks.plainAddress("baseUrl", baseUrl);
        checks.headers("headers", headersOrNone());
        checks.template("system", system);
        checks.json("parameters", parametersOrNone());
        parametersOrNone().keySet().stream()
                .filter(SET_BY_THE_WORKER::contains)
                .forEach(name -> checks.refuse("parameters/" + name, "is set by Parley itself"));
    }

    @Override
    public LiveTarget target(TargetId id, Map<String, String> sealedSecrets) {
        return new ChatTarget(
                id,
                name,
                baseUrl,
                model,
                headersOrNone(),
                system,
                parametersOrNone(),
                Boolean.TRUE.equals(stream),
                prices == null ? null : new TokenPrices(prices.input(), prices.output()),
                maxRounds == null ? USUAL_ROUNDS : maxRounds,
                limitsOrUsual(),
                sealedSecrets);
    }

    private Map<String, String> headersOrNone() {
        return headers == null ? Map.of() : headers;
    }

    private Map<String, Object> parametersOrNone() {
        return parameters == null ? Map.of() : parameters;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "ChatInput[name=" + name + "]";
    }
}
