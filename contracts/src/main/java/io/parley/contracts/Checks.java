package io.parley.contracts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a conversation, templates rendered with the variables and captures of the execution.
 *
 * @param turns assertions of each turn, in the order of the turns; as long as the case has turns, also when the
 *     conversation broke off earlier
 * @param conversation assertions on the conversation as a whole
 * @param threshold 0 to 1: the weighted mean score from which the execution passes, or null
 * @param models that the suite describes, by the names that its assertions call them, or null for none
 */
public record Checks(
        List<List<Map<String, Object>>> turns,
        List<Map<String, Object>> conversation,
        @Nullable Double threshold,
        @Nullable Map<String, SuiteModel> models) {

    /** Of a suite that describes no models. */
    public Checks(
            List<List<Map<String, Object>>> turns, List<Map<String, Object>> conversation, @Nullable Double threshold) {
        this(turns, conversation, threshold, null);
    }
}
