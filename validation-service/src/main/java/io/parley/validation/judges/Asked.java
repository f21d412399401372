package io.parley.validation.judges;

import io.parley.validation.assertions.Need;
import io.parley.validation.assertions.Origin;

/**
 * What one judge is asked.
 *
 * @param model its name in the suite or in the workspace
 * @param document what it looks at, JSON
 */
record Asked(Origin origin, String model, Prompt prompt, String document) implements Need<Vote> {

    /** Without what is looked at. */
    @Override
    public String toString() {
        return "Asked[model=" + model + ", prompt=" + prompt + ", execution=" + origin.executionId() + "]";
    }
}
