package io.parley.cli.demo;

import java.util.Optional;

/** Greetings, thanks, and what is said when nothing else fits. */
final class SmallTalk implements Skill {

    @Override
    public Optional<Reply> answer(Utterance said, Dialogue dialogue) {
        return Optional.of(Reply.of(sentence(said)));
    }

    private static String sentence(Utterance said) {
        if (said.mentions("hello", "hi", "good morning")) {
            return "Hello! I know the weather, opening hours and table bookings.";
        }
        if (said.mentions("thanks", "thank you")) {
            return "You are welcome.";
        }
        if (said.mentions("goodbye", "bye")) {
            return "Goodbye!";
        }
        return "Sorry, I did not understand that. Ask me for the weather, opening hours or a table.";
    }
}
