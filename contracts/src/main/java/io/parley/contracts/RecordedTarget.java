package io.parley.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that was held with a target before, to be judged again without asking the target: its exchanges are given
 * back turn by turn, with their timings. It takes none of the target's slots and needs none of its secrets.
 *
 * @param id of the target that was asked
 * @param transcript what was said then; null when there is none, which ends the execution with a failure that says so
 */
public record RecordedTarget(
        TargetId id, String name, Limits limits, @Nullable Transcript transcript) implements Target {

    @Override
    public Map<String, String> sealedSecrets() {
        return Map.of();
    }
}
