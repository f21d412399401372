package io.parley.run.targets;

import io.parley.contracts.HttpTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target as clients see it.
 *
 * @param secrets names only, sorted
 */
record TargetView(
        TargetId id,
        String name,
        String url,
        String method,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable String answer,
        Limits limits,
        List<String> secrets,
        @Nullable Map<String, String> reports,
        Instant createdAt,
        Instant updatedAt) {

    static TargetView of(StoredTarget stored) {
        HttpTarget target = stored.target();
        return new TargetView(
                target.id(),
                target.name(),
                target.url(),
                target.method(),
                target.headers(),
                target.body(),
                target.answer(),
                target.limits(),
                target.sealedSecrets().keySet().stream().sorted().toList(),
                target.reports(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
