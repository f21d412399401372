package io.parley.validation.judges;

import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.MalformedAssertion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who judges.
 *
 * @param models names of models of the suite or else of the workspace, each once
 * @param threshold the least confidence with which a verdict counts, above 0 and at most 1
 */
record Jury(List<String> models, double threshold) {

    /** Below this a judge is as good as guessing, and people decide. */
    static final double USUAL_THRESHOLD = 0.6;

    static final String MODEL = "model";
    static final String MODELS = "models";
    static final String THRESHOLD = "threshold";

    /** Their keys among an assertion's options. */
    static final Set<String> KEYS = Set.of(MODEL, MODELS, THRESHOLD);

    private static final int MOST = 9;

    static Jury of(Fields fields) {
        if (fields.has(MODEL) == fields.has(MODELS)) {
            throw new MalformedAssertion("needs exactly one of model and models");
        }
        List<String> models = fields.has(MODEL) ? List.of(fields.wanted(MODEL)) : fields.allWanted(MODELS);
        if (models.size() > MOST || new HashSet<>(models).size() < models.size()) {
            throw new MalformedAssertion("models must be at most " + MOST + " different names");
        }
        double threshold = fields.positive(THRESHOLD, USUAL_THRESHOLD);
        if (threshold > 1) {
            throw new MalformedAssertion("threshold must be at most 1");
        }
        return new Jury(models, threshold);
    }
}
