package io.parley.bench.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids that answers have told, so that later requests get further than to what is not there. */
final class Learnt {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final int KEPT = 20;

    private final Map<String, Deque<String>> bySubject = new ConcurrentHashMap<>();

    /** Remembers some of the ids of an answer. Accounts and their sessions are left alone: the sender's are among them. */
    void learn(String subject, String answer) {
        if (subject.equals("auth") || subject.equals("workspaces")) {
            return;
        }
        Matcher ids = ID.matcher(answer);
        Deque<String> known = bySubject.computeIfAbsent(subject, first -> new ArrayDeque<>());
        synchronized (known) {
            for (int found = 0; found < KEPT && ids.find(); found++) {
                known.addFirst(ids.group(1));
            }
            while (known.size() > KEPT) {
                known.removeLast();
            }
        }
    }

    /** The id of something that a parameter or property such as {@code suiteId} or {@code run} asks for, if one is known. */
    Optional<String> id(String name, Dice dice) {
        String singular = name.replaceAll("(Id|Ids)$", "").toLowerCase(Locale.ROOT);
        String subject = singular.equals("with") ? "runs" : singular + "s";
        Deque<String> known = bySubject.getOrDefault(subject, new ArrayDeque<>());
        synchronized (known) {
            return known.isEmpty() ? Optional.empty() : Optional.of(dice.pick(List.copyOf(known)));
        }
    }
}
