package io.parley.telemetry.assessments;

import io.parley.telemetry.estimation.Parameters;
import io.parley.telemetry.estimation.Reliabilities;
import java.util.Map;

/**
 * What a workspace's estimates stand on.
 *
 * @param fitted parameters of the skills that were fitted, by path
 * @param reliabilities of the sources, calibrated against what people said
 */
record Basis(Map<String, Parameters> fitted, Reliabilities reliabilities) {

    Parameters parameters(String skill) {
        return fitted.getOrDefault(skill, Parameters.DEFAULT);
    }
}
