package io.parley.run.testing;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hands out the verdicts of each case, by its name, in the order given: the first request of the case gets the first. */
public final class Verdicts {

    private final Map<String, List<Verdict>> byCase;
    private final Map<String, Integer> given = new HashMap<>();

    public Verdicts(Map<String, List<Verdict>> byCase) {
        this.byCase = byCase;
    }

    public Verdict next(ExecutionRequested request) {
        String name = request.conversation().name();
        int number = given.merge(name, 1, Integer::sum) - 1;
        return byCase.getOrDefault(name, List.of()).get(number);
    }
}
