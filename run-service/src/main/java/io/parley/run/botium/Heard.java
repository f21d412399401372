package io.parley.run.botium;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Texts with variables that answers were compared with, by the index of the turn. */
final class Heard {

    private final Map<Integer, List<String>> texts = new TreeMap<>();

    void add(int turn, List<String> more) {
        texts.computeIfAbsent(turn, index -> new ArrayList<>()).addAll(more);
    }

    Map<Integer, List<String>> texts() {
        return texts;
    }
}
