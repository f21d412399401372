package io.parley.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case of a suite, its lists of variables already multiplied out: the script of one conversation.
 *
 * @param name the case's name, unique in its suite together with its variables
 * @param skills names of the skills that the case is evidence for
 * @param vars variables of the templates: strings, numbers, booleans, lists and maps
 * @param turns what the user says; at least one unless the user is simulated
 * @param expect assertions on the conversation as a whole
 * @param threshold 0 to 1: the weighted mean score from which the case passes; null when every assertion must pass
 * @param timeout of one turn; the whole conversation gets this for each of its turns
 * @param tools that an agent may call and the worker answers; null for none
 * @param keepRequests whether the transcript has the requests as they were sent; null for no
 * @param models that the suite describes, by the names that its assertions call them, or null for none
 * @param simulate the user who goes on after the turns; null for nobody
 */
public record Conversation(
        String name,
        List<String> tags,
        List<String> skills,
        Map<String, Object> vars,
        List<Turn> turns,
        List<Map<String, Object>> expect,
        @Nullable Double threshold,
        Duration timeout,
        @Nullable List<Tool> tools,
        @Nullable Boolean keepRequests,
        @Nullable Map<String, SuiteModel> models,
        @Nullable SimulatedUser simulate) {

    /** One in which nobody calls tools, of a suite that describes no models. */
    public Conversation(
            String name,
            List<String> tags,
            List<String> skills,
            Map<String, Object> vars,
            List<Turn> turns,
            List<Map<String, Object>> expect,
            @Nullable Double threshold,
            Duration timeout) {
        this(name, tags, skills, vars, turns, expect, threshold, timeout, null, null, null, null);
    }

    /** The tools that the worker answers, if there are any. */
    public List<Tool> toolsOrNone() {
        return tools == null ? List.of() : tools;
    }

    /** Most turns that it may come to. */
    public int mostTurns() {
        return turns.size() + (simulate == null ? 0 : simulate.maxTurns());
    }
}
