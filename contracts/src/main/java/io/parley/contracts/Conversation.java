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
 * @param turns at least one
 * @param expect assertions on the conversation as a whole
 * @param threshold 0 to 1: the weighted mean score from which the case passes; null when every assertion must pass
 * @param timeout of one turn; the whole conversation gets this for each of its turns
 * @param models that the suite describes, by the names that its assertions call them, or null for none
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
        @Nullable Map<String, SuiteModel> models) {

    /** Of a suite that describes no models. */
    public Conversation(
            String name,
            List<String> tags,
            List<String> skills,
            Map<String, Object> vars,
            List<Turn> turns,
            List<Map<String, Object>> expect,
            @Nullable Double threshold,
            Duration timeout) {
        this(name, tags, skills, vars, turns, expect, threshold, timeout, null);
    }
}
