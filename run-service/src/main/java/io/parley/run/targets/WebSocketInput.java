package io.parley.run.targets;

import io.parley.contracts.LiveTarget;
import io.parley.contracts.TargetId;
import io.parley.contracts.WebSocketTarget;
import io.parley.contracts.WebSocketTarget.End;
import io.parley.platform.expressions.InvalidExpression;
import io.parley.platform.expressions.Regex;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/**
 * An assistant on a WebSocket; {@link WebSocketTarget} says what each part means.
 *
 * @param separator a line break unless given
 */
record WebSocketInput(
        @NotBlank @Size(max = 200) @Pattern(regexp = Form.ONE_LINE, message = Form.ONE_LINE_MESSAGE) String name,

        @NotBlank @Size(max = 4_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String url,

        @Nullable @Size(max = 50) Map<
                        @Size(max = 200) @Pattern(regexp = Form.HEADER, message = Form.HEADER_MESSAGE) String,
                        @NotNull @Size(max = 8_000) @Pattern(regexp = Form.ONE_LINE, message = Form.ONE_LINE_MESSAGE) String>
                headers,

        @NotBlank @Size(max = 100_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String message,

        @Nullable @Size(max = 1_000) @Pattern(regexp = Form.POINTER, message = Form.POINTER_MESSAGE) String answer,

        @Nullable @Size(max = 100) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String separator,

        @NotNull @Valid EndInput end,
        @Nullable @Valid LimitsInput limits,

        @Nullable @Size(max = 50) Map<
                        @Size(max = 100) @Pattern(regexp = Form.SECRET, message = Form.SECRET_MESSAGE) String,
                        @Nullable @Size(min = 1, max = 10_000) String>
                secrets,

        @Nullable @Size(max = 50) Map<String, @NotNull @Size(max = 1_000) @Pattern(regexp = Form.POINTER, message = Form.POINTER_MESSAGE) String>
                reports)
        implements TargetInput {

    private static final String USUAL_SEPARATOR = "\n";

    /** When an answer is complete; see {@link End}. */
    record EndInput(
            @Nullable @Size(min = 1, max = 1_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String pattern,

            @Nullable @Min(1) @Max(10_000) Integer count,

            @Nullable @DurationMin(millis = 1) @DurationMax(minutes = 10)
            Duration silence) {

        End end() {
            return new End(pattern, count, silence);
        }

        private void check(TargetChecks checks) {
            if (pattern == null && count == null && silence == null) {
                checks.refuse("end", "must have at least one of pattern, count and silence");
            }
            if (pattern != null) {
                compile(pattern, checks);
            }
        }

        private static void compile(String pattern, TargetChecks checks) {
            try {
                var unused = Regex.compile(pattern, false);
            } catch (InvalidExpression malformed) {
                checks.refuse("end/pattern", String.valueOf(malformed.getMessage()));
            }
        }
    }

    @Override
    public void check(TargetChecks checks) {
        checks.address("url", url, TargetChecks.WEB_SOCKET);
        checks.template("url", url);
        checks.headers("headers", headersOrNone());
        checks.template("message", message);
        end.check(checks);
        checks.reports(reports);
    }

    @Override
    public LiveTarget target(TargetId id, Map<String, String> sealedSecrets) {
        return new WebSocketTarget(
                id,
                name,
                url,
                headersOrNone(),
                message,
                answer,
                separator == null ? USUAL_SEPARATOR : separator,
                end.end(),
                limitsOrUsual(),
                sealedSecrets,
                reports);
    }

    private Map<String, String> headersOrNone() {
        return headers == null ? Map.of() : headers;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "WebSocketInput[name=" + name + "]";
    }
}
