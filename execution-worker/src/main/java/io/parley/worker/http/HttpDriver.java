package io.parley.worker.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.contracts.Conversation;
import io.parley.contracts.HttpTarget;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Driver;
import io.parley.worker.dialogues.Opening;
import io.parley.worker.dialogues.TargetScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Talks to targets that answer one HTTP request per turn. */
@ApplicationScoped
class HttpDriver implements Driver<HttpTarget> {

    private final HttpLines lines;
    private final HttpCalls calls;
    private final Logins logins;
    private final ObjectReader reader;

    HttpDriver(HttpLines lines, HttpCalls calls, Logins logins, ObjectMapper json) {
        this.lines = lines;
        this.calls = calls;
        this.logins = logins;
        this.reader = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    public Class<HttpTarget> target() {
        return HttpTarget.class;
    }

    /**
     * What is captured of an answer may be a session's id, which is one conversation's own. Cookies, which it may set later on, are
     * seen to where they come.
     */
    @Override
    public boolean isStateless(HttpTarget target, Conversation conversation) {
        return target.login() == null
                && conversation.turns().stream().allMatch(turn -> turn.capture().isEmpty())
                && Stream.concat(
                                Stream.of(target.url(), target.body() == null ? "" : target.body()),
                                target.headers().values().stream())
                        .noneMatch(TargetScope::tellsConversation);
    }

    @Override
    public Dialogue open(HttpTarget target, Opening opening) {
        return new HttpDialogue(target, opening, lines.open(opening), calls, logins, reader);
    }
}
