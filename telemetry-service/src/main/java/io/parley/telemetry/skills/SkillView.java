package io.parley.telemetry.skills;

import io.parley.telemetry.estimation.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A skill as clients see it.
 *
 * @param path with the paths of the skills that it is a part of before the dots
 * @param parent path of the skill that it is a part of; absent at the top
 * @param parameters of knowledge tracing, as they hold for its learners
 * @param fittedAt when the parameters were fitted to the workspace's learners; absent while they are the usual ones
 */
record SkillView(
        String path,
        @Nullable String parent,
        @Nullable String title,
        @Nullable String description,
        Parameters parameters,
        @Nullable Instant fittedAt) {}
