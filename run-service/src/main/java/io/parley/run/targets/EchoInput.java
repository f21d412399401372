package io.parley.run.targets;

import io.parley.contracts.EchoTarget;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.TargetId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An assistant that answers what was said; see {@link EchoTarget}. */
record EchoInput(
        @NotBlank @Size(max = 200) @Pattern(regexp = Form.ONE_LINE, message = Form.ONE_LINE_MESSAGE) String name,

        @Nullable @Valid LimitsInput limits)
        implements TargetInput {

    @Override
    public Map<String, String> secrets() {
        return Map.of();
    }

    @Override
    public void check(TargetChecks checks) {
        // its constraints say all of it
    }

    @Override
    public LiveTarget target(TargetId id, Map<String, String> sealedSecrets) {
        return new EchoTarget(id, name, limitsOrUsual());
    }
}
