package io.parley.run.targets;

import io.parley.contracts.LiveTarget;
import io.parley.contracts.SubprocessTarget;
import io.parley.contracts.TargetId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/**
 * A program that is started for each conversation; {@link SubprocessTarget} says what each part means.
 *
 * @param start ten seconds unless given
 * @param answer {@code /answer} unless given
 */
record SubprocessInput(
        @NotBlank @Size(max = 200) @Pattern(regexp = Form.ONE_LINE, message = Form.ONE_LINE_MESSAGE) String name,

        @NotEmpty @Size(max = 100) List<@NotNull @Size(max = 10_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String> command,

        @Nullable @Size(max = 100) Map<
                        @Size(max = 200) @Pattern(regexp = VARIABLE, message = VARIABLE_MESSAGE) String,
                        @NotNull @Size(max = 10_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String>
                environment,

        @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String directory,

        @Nullable @DurationMin(millis = 1) @DurationMax(minutes = 10)
        Duration start,

        @Nullable @Size(max = 1_000) @Pattern(regexp = Form.POINTER, message = Form.POINTER_MESSAGE) String answer,

        @Nullable @Valid LimitsInput limits,

        @Nullable @Size(max = 50) Map<String, @NotNull @Size(max = 1_000) @Pattern(regexp = Form.POINTER, message = Form.POINTER_MESSAGE) String>
                reports)
        implements TargetInput {

    static final String VARIABLE = "[^=\\x00]+";
    static final String VARIABLE_MESSAGE = "must be the name of an environment variable, without =";

    private static final Duration USUAL_START = Duration.ofSeconds(10);
    private static final String USUAL_ANSWER = "/answer";

    @Override
    public Map<String, String> secrets() {
        return Map.of();
    }

    @Override
    public void check(TargetChecks checks) {
        checks.startsPrograms("kind");
        checks.reports(reports);
        if (command.getFirst().isBlank()) {
            checks.refuse("command/0", "must be the program to start");
        }
    }

    @Override
    public LiveTarget target(TargetId id, Map<String, String> sealedSecrets) {
        return new SubprocessTarget(
                id,
                name,
                List.copyOf(command),
                environment == null ? Map.of() : environment,
                directory,
                start == null ? USUAL_START : start,
                answer == null ? USUAL_ANSWER : answer,
                limitsOrUsual(),
                reports);
    }
}
