package io.parley.run.botium;

import io.parley.run.foreign.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Scripting memory as far as it is known where a convo is imported: values that the convo sets itself stand in its texts from then
 * on, those that come from an answer are named.
 */
final class Memory {

    /** How Botium finds variables in a text. */
    static final Pattern NAME = Pattern.compile("\\$[A-Za-z]\\w+");

    /** Around the name of a captured variable in a text; characters that mean nothing to anyone else. */
    static final char OPEN = '\uE000';

    static final char CLOSE = '\uE001';

    /** What Botium computes while it holds a conversation. */
    private static final List<String> FUNCTIONS = List.of(
            "$now",
            "$now_EN",
            "$now_DE",
            "$now_ISO",
            "$date",
            "$date_EN",
            "$date_DE",
            "$date_ISO",
            "$time",
            "$time_EN",
            "$time_DE",
            "$time_ISO",
            "$time_HH_MM",
            "$time_HH",
            "$time_H_A",
            "$timestamp",
            "$year",
            "$month",
            "$month_MM",
            "$day_of_month",
            "$day_of_week",
            "$random",
            "$random10",
            "$uniqid",
            "$env",
            "$func",
            "$projectname",
            "$testsessionname",
            "$testcasename",
            "$number",
            "$cap",
            "$msg");

    private final boolean enabled;
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> heard = new HashSet<>();

    Memory(boolean enabled, Map<String, String> values) {
        this.enabled = enabled;
        values.forEach(this::set);
    }

    /** @param name with its {@code $}; an empty value takes it away */
    void set(String name, String value) {
        heard.remove(name);
        if (value.isEmpty()) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** Has the value of a variable that the conversation captures. */
    void capture(String name, String variable) {
        heard.remove(name);
        values.put(name, OPEN + variable + CLOSE);
    }

    /** The text of an answer may give these variables values, which nobody knows yet. */
    void hear(List<String> texts) {
        texts.stream().flatMap(text -> unknown(applied(text)).stream()).forEach(heard::add);
    }

    /** Whether an answer may have given a variable a value. */
    boolean isHeard(String name) {
        return heard.contains(name);
    }

    /** The text with the values that are known, longer names first, as Botium replaces them. */
    String applied(String text) {
        String applied = text.replace(String.valueOf(OPEN), "").replace(String.valueOf(CLOSE), "");
        if (enabled) {
            for (String name : longestFirst(values.keySet().stream())) {
                applied = applied.replace(name, values.getOrDefault(name, ""));
            }
        }
        return applied;
    }

    /** A template that renders as a text that is applied, with the values that the conversation captures. */
    static String template(String applied) {
        return Wording.verbatim(applied)
                .replace("{" + OPEN, "{{ '{' }}" + OPEN) // three braces open another output than two
                .replace(String.valueOf(OPEN), "{{ ")
                .replace(String.valueOf(CLOSE), " }}");
    }

    /** Variables without a known value in a text that is applied. */
    List<String> unknown(String applied) {
        return enabled
                ? NAME.matcher(applied)
                        .results()
                        .map(found -> found.group())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** What in a text, once it is applied, has a value that only the conversation gives it. */
    Optional<String> beyond(String applied) {
        if (!enabled) {
            return Optional.empty();
        }
        return longestFirst(Stream.concat(FUNCTIONS.stream(), heard.stream())).stream()
                .filter(applied::contains)
                .findFirst();
    }

    /** A function in a text that is applied. */
    Optional<String> function(String applied) {
        return enabled
                ? longestFirst(FUNCTIONS.stream()).stream()
                        .filter(applied::contains)
                        .findFirst()
                : Optional.empty();
    }

    private static List<String> longestFirst(Stream<String> names) {
        List<String> sorted = new ArrayList<>(names.toList());
        sorted.sort(Comparator.comparingInt(String::length).reversed());
        return sorted;
    }
}
