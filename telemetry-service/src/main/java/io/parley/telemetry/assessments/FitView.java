package io.parley.telemetry.assessments;

import io.parley.telemetry.estimation.Parameters;
import java.time.Instant;

/**
 * What a skill's parameters were found to be.
 *
 * @param learners how many were looked at
 * @param observations how many of them there are, the earliest 50,000 of the skill at most
 */
record FitView(Parameters parameters, int learners, int observations, Instant fittedAt) {}
