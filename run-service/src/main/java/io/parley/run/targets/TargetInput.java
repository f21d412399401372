package io.parley.run.targets;

import io.parley.contracts.Limits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target as a client describes it; {@link io.parley.contracts.HttpTarget} says what each part means.
 *
 * @param method POST unless given
 * @param secrets in clear, by name. Absent keeps those that are there; otherwise exactly the named ones remain, and a
 *     null keeps the value that a name has
 */
record TargetInput(
        @NotBlank @Size(max = 200) @Pattern(regexp = TargetInput.ONE_LINE, message = "must be one line without control characters") String name,

        @NotBlank @Size(max = 4_000) String url,

        @Nullable @Pattern(regexp = "GET|POST|PUT|PATCH", message = "must be GET, POST, PUT or PATCH") String method,

        @Nullable @Size(max = 50) Map<
                        @Size(max = 200) @Pattern(regexp = "[A-Za-z0-9!#$%&'*+.^_`|~-]+", message = "must be the name of an HTTP header") String,
                        @NotNull @Size(max = 8_000) @Pattern(regexp = TargetInput.ONE_LINE, message = "must be one line without control characters") String>
                headers,

        @Nullable @Size(max = 100_000) @Pattern(regexp = "(?s)[^\\x00]*", message = "must not hold the character U+0000")
        String body,

        @Nullable @Size(max = 1_000) @Pattern(regexp = TargetInput.POINTER, message = TargetInput.POINTER_MESSAGE) String answer,

        @Nullable @Valid LimitsInput limits,

        @Nullable @Size(max = 50) Map<
                        @Size(max = 100) @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_]*", message = "must be a name of letters, digits and _") String,
                        @Nullable @Size(min = 1, max = 10_000) String>
                secrets,

        @Nullable @Size(max = 50) Map<
                        String,
                        @NotNull @Size(max = 1_000) @Pattern(regexp = TargetInput.POINTER, message = TargetInput.POINTER_MESSAGE) String>
                reports) {

    private static final String ONE_LINE = "[^\\p{Cntrl}]*";
    private static final String POINTER = "(/([^~\\x00]|~[01])*)?";
    private static final String POINTER_MESSAGE =
            "must be a JSON Pointer such as /reply/text, in which ~ is written ~0";
    private static final int USUAL_CONCURRENCY = 10;
    private static final String USUAL_METHOD = "POST";

    /** What the target takes, over all workers together; see {@link Limits}. */
    record LimitsInput(
            @NotNull @Min(1) @Max(10_000) Integer maxConcurrency,
            @Nullable @Positive @DecimalMax("1000000") Double requestsPerSecond,
            @Nullable @Positive @DecimalMax("60000000") Double requestsPerMinute,
            @Nullable @Min(1) @Max(1_000_000_000_000L) Long tokensPerMinute,
            @Nullable @Min(1) @Max(100_000) Integer downAfter) {}

    String methodOrUsual() {
        return method == null ? USUAL_METHOD : method;
    }

    Map<String, String> headersOrNone() {
        return headers == null ? Map.of() : headers;
    }

    Limits limitsOrUsual() {
        return limits == null
                ? new Limits(USUAL_CONCURRENCY, null)
                : new Limits(
                        limits.maxConcurrency(),
                        limits.requestsPerSecond(),
                        limits.requestsPerMinute(),
                        limits.tokensPerMinute(),
                        limits.downAfter());
    }
}
