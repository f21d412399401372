package io.parley.run.targets;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.parley.contracts.Limits;
import io.parley.contracts.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A target as clients see it.
 *
 * @param settings what a target of its kind has besides, each under its own name beside the other components
 * @param secrets names only, sorted
 */
record TargetView(
        TargetId id,
        String name,
        String kind,
        @JsonIgnore Map<String, Object> settings,
        Limits limits,
        List<String> secrets,
        Instant createdAt,
        Instant updatedAt) {

    @JsonAnyGetter
    Map<String, Object> shown() {
        return settings;
    }
}
