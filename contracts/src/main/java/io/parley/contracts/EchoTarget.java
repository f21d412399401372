package io.parley.contracts;

import java.util.Map;

/** Nobody: it answers what the user said, at once. For trying suites. */
public record EchoTarget(TargetId id, String name, Limits limits) implements LiveTarget {

    @Override
    public Map<String, String> sealedSecrets() {
        return Map.of();
    }
}
