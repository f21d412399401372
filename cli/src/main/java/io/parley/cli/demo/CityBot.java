package io.parley.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The demo assistant's mind: answers by rules, and remembers each conversation by its id (the 10,000 last begun).
 * Conversations may be held at the same time; the turns of one come one after the other.
 */
final class CityBot {

    private static final int CONVERSATIONS = 10_000;

    private final List<Skill> skills = List.of(new TableBookings(), new OpeningHours(), new Weather(), new SmallTalk());

    private final Map<String, Dialogue> dialogues = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Dialogue> eldest) {
            return size() > CONVERSATIONS;
        }
    };

    Reply answer(String conversation, String message) {
        Utterance said = new Utterance(message);
        Dialogue dialogue = dialogue(conversation);
        return skills.stream()
                .map(skill -> skill.answer(said, dialogue))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private synchronized Dialogue dialogue(String conversation) {
        return dialogues.computeIfAbsent(conversation, id -> new Dialogue());
    }
}
