package io.parley.run.botium;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A conversation as Botium holds it.
 *
 * @param memory scripting memory that it begins with, by names with their {@code $}; an empty value takes one away
 */
record Convo(Place place, String name, List<Step> steps, Map<String, String> memory) {

    /** So that a number still fits behind it. */
    static final int LONGEST_NAME = 190;

    Convo(Place place, String name, List<Step> steps) {
        this(place, name, steps, Map.of());
    }

    /** Under a name that says which variant it is, as far as names go. */
    Convo named(String other) {
        return new Convo(place, other.substring(0, Math.min(other.length(), LONGEST_NAME)), steps, memory);
    }

    Convo with(List<Step> others) {
        return new Convo(place, name, others, memory);
    }

    Convo remembering(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(memory);
        all.putAll(more);
        return new Convo(place, name, steps, all);
    }
}
