package io.parley.worker.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ChatTarget;
import io.parley.contracts.Conversation;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Driver;
import io.parley.worker.dialogues.Opening;
import io.parley.worker.dialogues.TargetScope;
import io.parley.worker.http.HttpLines;
import io.parley.worker.tools.Toolbox;
import jakarta.enterprise.context.ApplicationScoped;

/** Talks to models over chat completions. */
@ApplicationScoped
class ChatDriver implements Driver<ChatTarget> {

    private final HttpLines lines;
    private final ChatCalls calls;
    private final Toolbox toolbox;
    private final ObjectMapper json;

    ChatDriver(HttpLines lines, ChatCalls calls, Toolbox toolbox, ObjectMapper json) {
        this.lines = lines;
        this.calls = calls;
        this.toolbox = toolbox;
        this.json = json;
    }

    @Override
    public Class<ChatTarget> target() {
        return ChatTarget.class;
    }

    @Override
    public boolean callsTools() {
        return true;
    }

    /** The whole conversation goes along with each request. */
    @Override
    public boolean isStateless(ChatTarget target, Conversation conversation) {
        return !TargetScope.tellsConversation(target.system())
                && target.headers().values().stream().noneMatch(TargetScope::tellsConversation);
    }

    @Override
    public Dialogue open(ChatTarget target, Opening opening) {
        return new ChatDialogue(target, opening, lines.open(opening), calls, toolbox, new CompletionReader(json));
    }
}
