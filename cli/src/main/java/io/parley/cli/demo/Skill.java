package io.parley.cli.demo;

import java.util.Optional;

/** One thing the demo assistant can talk about. */
interface Skill {

    /** The answer, or nothing if this is not about the skill; what it learns it keeps in the dialogue. */
    Optional<Reply> answer(Utterance said, Dialogue dialogue);
}
