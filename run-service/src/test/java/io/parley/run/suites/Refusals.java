package io.parley.run.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parley.platform.json.WireFormat;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemBody;
import io.parley.run.targets.DefinitionReader;
import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads suite files that are to be refused. */
final class Refusals {

    static final SuiteRules RULES = new SuiteRules(
            new SuiteSchema(),
            new DefinitionReader(
                    WireFormat.mapper(),
                    Validation.buildDefaultValidatorFactory().getValidator()),
            WireFormat.mapper());

    private Refusals() {}

    /** The mistakes that a file is refused for with a 422. */
    static List<FieldError> mistakes(String text) {
        ProblemBody problem = refusal(text);
        assertThat(problem.status()).isEqualTo(422);
        return Objects.requireNonNull(problem.errors());
    }

    static ProblemBody refusal(String text) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(text.getBytes(StandardCharsets.UTF_8)));
        return problem.body("test");
    }

    static SuiteFile read(byte[] text) {
        return SuiteFile.read(SuiteText.of(text), RULES);
    }
}
