package io.parley.run.evals;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One eval of a registry file.
 *
 * @param file that it is written in
 * @param line where it begins there
 * @param type its class, such as {@code evals.elsuite.basic.match:Match}
 * @param args of the class, as texts; those that are no texts are told by their names with null
 */
record Eval(String file, int line, String id, String type, Map<String, @Nullable String> args) {

    static final String SAMPLES = "samples_jsonl";
    private static final String MATCH = "evals.elsuite.basic.match:Match";

    /** One for samples that no registry file speaks of. */
    static Eval ofSamples(String samples) {
        String name = samples.substring(samples.lastIndexOf('/') + 1);
        return new Eval(samples, 1, name.replaceFirst("\\.jsonl$", ""), MATCH, Map.of(SAMPLES, name));
    }

    /** Before the number of a sample in its name: of the id {@code base.split.version} the first two parts. */
    String sampleNames() {
        String[] parts = id.split("\\.", -1);
        return parts.length > 1 ? parts[0] + "." + parts[1] : id;
    }
}
