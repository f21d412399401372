package io.parley.validation.judges;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.parley.validation.chat.Chat;
import io.parley.validation.chat.ChatFailed;
import io.parley.validation.chat.Message;
import io.parley.validation.chat.Message.Role;
import io.parley.validation.chat.Reply;
import io.parley.validation.chat.Usage;
import io.parley.validation.models.Model;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Asks one model for a verdict. A malformed one is shown to it once, with what is wrong with it. */
@ApplicationScoped
class Hearing {

    private static final String WANTED =
            "Reply with nothing but one JSON object as described in the instructions: {\"verdict\": \"pass\" or \"fail\", \"confidence\": a number from 0 to 1, \"reasons\": [\"...\"]}";

    private static final String SILENCE = "";

    private final Chat chat;

    Hearing(Chat chat) {
        this.chat = chat;
    }

    /** Never fails with what is the model's fault; that is in the outcome. */
    Uni<Heard> hear(Model model, Asked asked) {
        List<Message> question = List.of(
                new Message(Role.SYSTEM, asked.prompt().instructions()), new Message(Role.USER, asked.document()));
        return reply(model, question, Usage.NONE)
                .chain(heard -> heard instanceof Heard.Malformed malformed
                        ? reply(model, repair(question, malformed), malformed.usage())
                        : Uni.createFrom().item(heard));
    }

    private Uni<Heard> reply(Model model, List<Message> messages, Usage before) {
        return chat.ask(model, messages)
                .map(reply -> heard(reply, before))
                .onFailure(ChatFailed.class)
                .recoverWithItem(failed -> new Heard.Nothing(failed.reason(), before));
    }

    private static Heard heard(Reply reply, Usage before) {
        Usage usage = before.and(reply.usage());
        try {
            return new Heard.Verdict(VerdictReader.read(reply.text()), usage);
        } catch (MalformedVerdict malformed) {
            return new Heard.Malformed(malformed.problem(), Objects.requireNonNullElse(reply.text(), SILENCE), usage);
        }
    }

    /** What was wrong is data too, in a document of its own: it may quote the reply. */
    private static List<Message> repair(List<Message> question, Heard.Malformed malformed) {
        String complaint = JsonNodeFactory.instance
                .objectNode()
                .put("malformed", malformed.problem())
                .put("wanted", WANTED)
                .toString();
        return Stream.concat(
                        question.stream(),
                        Stream.of(new Message(Role.ASSISTANT, malformed.shown()), new Message(Role.USER, complaint)))
                .toList();
    }
}
