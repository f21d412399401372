package io.parley.worker.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.parley.contracts.ChatTarget;
import io.parley.worker.answers.Answer;
import io.parley.worker.answers.JsonBody;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Opening;
import io.parley.worker.dialogues.TargetScope;
import io.parley.worker.http.HttpLine;
import io.parley.worker.http.HttpLine.Received;
import io.parley.worker.templates.Scope;
import io.parley.worker.tools.Toolbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;

/** One conversation with a model, which is told all of it each time. */
final class ChatDialogue implements Dialogue {

    /** Where a completion has what it reports, for people who miss something. */
    private static final Map<String, String> REPORTS = Map.of(
            "tool-calls",
            "/choices/0/message/tool_calls",
            "input-tokens",
            "/usage/prompt_tokens",
            "output-tokens",
            "/usage/completion_tokens",
            "finish-reason",
            "/choices/0/finish_reason");

    private final ChatTarget target;
    private final Opening opening;
    private final HttpLine line;
    private final ChatCalls calls;
    private final Toolbox toolbox;
    private final CompletionReader reader;
    private final ArrayNode history = JsonNodeFactory.instance.arrayNode();

    ChatDialogue(
            ChatTarget target,
            Opening opening,
            HttpLine line,
            ChatCalls calls,
            Toolbox toolbox,
            CompletionReader reader) {
        this.target = target;
        this.opening = opening;
        this.line = line;
        this.calls = calls;
        this.toolbox = toolbox;
        this.reader = reader;
    }

    @Override
    public Uni<Answer> say(String message, Scope variables, Duration timeout) {
        TargetScope scope = new TargetScope(message, opening.conversation(), opening.secrets(), variables);
        return Uni.createFrom().item(() -> begin(message, scope)).chain(turn -> ask(turn, scope, timeout));
    }

    @Override
    public Map<String, String> reports() {
        return REPORTS;
    }

    private ChatTurn begin(String message, TargetScope scope) {
        if (history.isEmpty()) {
            calls.system(target, scope).ifPresent(history::add);
        }
        history.add(calls.user(message));
        return new ChatTurn(target, message);
    }

    private Uni<Answer> ask(ChatTurn turn, TargetScope scope, Duration timeout) {
        return Uni.createFrom()
                .item(() -> calls.next(target, history, opening.tools(), scope))
                .chain(call -> line.send(call, timeout))
                .chain(received -> heard(turn, received, scope, timeout));
    }

    private Uni<Answer> heard(ChatTurn turn, Received received, TargetScope scope, Duration timeout) {
        JsonBody body = reader.body(line, received.response());
        line.keep(received);
        Completion completion = new Completion(body.tree());
        history.add(completion.remembered());
        turn.heard(received, completion);
        return completion.calls().isEmpty()
                ? Uni.createFrom().item(() -> new Answer(turn.answered(received, completion), body))
                : answerCalls(completion, scope).chain(() -> ask(turn, scope, timeout));
    }

    /** One after another, so that what is remembered is the same each time. */
    private Uni<Void> answerCalls(Completion completion, TargetScope scope) {
        return Multi.createFrom()
                .iterable(completion.calls())
                .onItem()
                .transformToUniAndConcatenate(call -> returned(call, scope.variables())
                        .invoke(content -> history.add(calls.returned(call.id(), content))))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<String> returned(Completion.Call call, Scope variables) {
        return call.call() == null
                ? Uni.createFrom().item(toolbox::unreadable)
                : toolbox.answer(opening.tools(), call.call(), variables, opening.deadline());
    }
}
