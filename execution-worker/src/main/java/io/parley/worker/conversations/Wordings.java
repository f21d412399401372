package io.parley.worker.conversations;

import io.parley.contracts.Conversation;
import io.parley.contracts.Turn;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Chooses among the wordings of turns: by chance, but by the same chance each time that the case is held with the same variables, so
 * that runs can be compared and a recording stands for the case.
 */
record Wordings(Conversation script) {

    /** @param index of the turn in the case */
    String choose(Turn turn, int index) {
        List<String> others = turn.alternatives();
        if (others == null || others.isEmpty()) {
            return turn.user();
        }
        int chosen = new SplittableRandom(seed(index)).nextInt(others.size() + 1);
        return chosen == 0 ? turn.user() : others.get(chosen - 1);
    }

    private long seed(int index) {
        long ofCase = script.name().hashCode();
        long ofVariables = new TreeMap<>(script.vars()).toString().hashCode();
        return (ofCase << Integer.SIZE) ^ ofVariables ^ index;
    }
}
