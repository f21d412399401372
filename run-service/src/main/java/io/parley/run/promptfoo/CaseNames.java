package io.parley.run.promptfoo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of the cases of one suite, each of which it has once: the second of a name has a number behind it. */
final class CaseNames {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** @param behind stands behind the name, also where that is cut */
    String unique(String name, String behind) {
        String plain = OneLine.of(name, behind);
        int number = last.getOrDefault(plain, 0);
        String unique;
        do {
            number++;
            unique = number == 1 ? plain : OneLine.of(name, behind + " (" + number + ")");
        } while (!taken.add(unique));
        last.put(plain, number);
        return unique;
    }
}
