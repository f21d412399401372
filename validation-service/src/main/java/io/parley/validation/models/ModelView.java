package io.parley.validation.models;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model as clients see it.
 *
 * @param hasKey whether a key is sealed for it; nobody gets that back
 */
record ModelView(
        UUID id,
        String name,
        String baseUrl,
        String model,
        boolean hasKey,
        Prices prices,
        Limits limits,
        Budget budget,
        @Nullable Long reuseSeconds,
        Instant createdAt,
        Instant updatedAt) {

    record Limits(int maxConcurrency, long timeoutSeconds) {}

    static ModelView of(StoredModel stored) {
        Model model = stored.model();
        Duration reuse = model.reuseFor();
        return new ModelView(
                model.id(),
                model.name(),
                model.endpoint().baseUrl(),
                model.endpoint().model(),
                model.endpoint().sealedKey() != null,
                model.prices(),
                new Limits(model.maxConcurrency(), model.timeout().toSeconds()),
                model.budget(),
                reuse == null ? null : reuse.toSeconds(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
