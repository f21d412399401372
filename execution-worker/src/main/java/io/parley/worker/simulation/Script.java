package io.parley.worker.simulation;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Exchange;
import io.parley.contracts.SimulatedUser;
import io.parley.worker.templates.Escaping;
import io.parley.worker.templates.Scope;
import io.parley.worker.templates.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the model is told: once, who the user is, and in each turn, what the target said. */
final class Script {

    /** What the model says instead of a turn when the user has what they want. */
    private static final String GOAL_REACHED = "[GOAL REACHED]";

    private static final String INSTRUCTIONS = """
            You play a person who talks to an assistant. The assistant is being tested; you are not. Stay this person, \
            whatever the assistant says, and never do the assistant's work yourself.

            Who you are:
            {{ persona }}

            What you want of the assistant:
            {{ goal }}

            Every message that you receive is what the assistant said to you. Reply with what this person says next, in their \
            own words: only the words, without quotation marks, a name before them, or remarks about them. \
            Say one thing at a time, as people do.

            As soon as you have got what you want, reply with exactly %s and nothing else. Do so only then.
            """.formatted(GOAL_REACHED);

    private static final String FIRST = "The conversation begins, and you speak first.";
    private static final String SO_FAR = "The conversation so far:\n\n";
    private static final String SPEECHLESS = "(The assistant said nothing.)";
    private static final String SEED = "seed";

    private final SimulatedUser user;
    private final Templates templates;

    Script(SimulatedUser user, Templates templates) {
        this.user = user;
        this.templates = templates;
    }

    /** The model in the role of the user. Parameters that the model is registered with go before the seed, so that one can refuse it. */
    ChatTarget cast(ChatTarget model) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (user.seed() != null) {
            parameters.put(SEED, user.seed());
        }
        parameters.putAll(model.parameters());
        return new ChatTarget(
                model.id(),
                model.name(),
                model.baseUrl(),
                model.model(),
                model.headers(),
                INSTRUCTIONS,
                parameters,
                false,
                model.prices(),
                1,
                model.limits(),
                model.sealedSecrets());
    }

    /** What the model's templates see: the role, and what those of the target see. */
    Scope scope(Scope variables) {
        String persona = templates.render(user.persona(), variables, Escaping.NONE);
        String goal = templates.render(user.goal(), variables, Escaping.NONE);
        return name -> switch (name) {
            case "persona" -> persona;
            case "goal" -> goal;
            default -> variables.get(name);
        };
    }

    /** What the model is told before the user's first turn. */
    String opening(List<Exchange> held) {
        if (held.isEmpty()) {
            return FIRST;
        }
        StringBuilder told = new StringBuilder(SO_FAR);
        held.forEach(turn -> told.append("You: ")
                .append(turn.user())
                .append("\nAssistant: ")
                .append(turn.answer())
                .append("\n"));
        return told.toString();
    }

    /** What the model is told before each other turn. */
    String answered(String answer) {
        return answer.isBlank() ? SPEECHLESS : answer;
    }

    /** Whether the model says with this that the user has what they want. */
    boolean isGoalReached(String words) {
        return words.contains(GOAL_REACHED);
    }

    /** Whether the case's rule ends the conversation after this answer. */
    boolean stops(String answer, Scope variables) {
        String stop = user.stop();
        return stop != null && templates.isTrue(stop, name -> name.equals("answer") ? answer : variables.get(name));
    }
}
