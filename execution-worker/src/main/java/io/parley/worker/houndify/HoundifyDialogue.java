package io.parley.worker.houndify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.contracts.Exchange;
import io.parley.contracts.HoundifyTarget;
import io.parley.platform.ids.Ids;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.Answer;
import io.parley.worker.answers.JsonBody;
import io.parley.worker.answers.Reports;
import io.parley.worker.answers.Words;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Opening;
import io.parley.worker.http.HttpCall;
import io.parley.worker.http.HttpLine;
import io.parley.worker.http.HttpLine.Received;
import io.parley.worker.http.TargetUrl;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One conversation with an assistant on the Houndify platform; who asks in it is a user of its own. */
final class HoundifyDialogue implements Dialogue {

    private static final String STATE = "ConversationState";

    private final HoundifyTarget target;
    private final Opening opening;
    private final HttpLine line;
    private final Clock clock;
    private final ObjectMapper json;
    private JsonNode state = MissingNode.getInstance();

    HoundifyDialogue(HoundifyTarget target, Opening opening, HttpLine line, Clock clock, ObjectMapper json) {
        this.target = target;
        this.opening = opening;
        this.line = line;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public Uni<Answer> say(String message, Scope variables, Duration timeout) {
        return Uni.createFrom()
                .item(() -> call(message))
                .chain(call -> line.send(call, timeout))
                .map(received -> answer(message, received));
    }

    @Override
    public @Nullable Map<String, String> reports() {
        return target.reports();
    }

    private HttpCall call(String message) {
        Signature signature = new Signature(
                target.clientId(),
                opening.conversation(),
                Ids.next().toString(),
                clock.instant().getEpochSecond());
        TargetUrl url = TargetUrl.parse(target.url() + "?query=" + URLEncoder.encode(message, StandardCharsets.UTF_8));
        Map<String, String> headers = Map.of(
                "User-Agent",
                "parley",
                "Hound-Request-Authentication",
                signature.requestAuthentication(),
                "Hound-Client-Authentication",
                signature.clientAuthentication(key()),
                "Hound-Request-Info",
                ascii(requestInfo(signature)));
        return new HttpCall("POST", url, headers, Buffer.buffer());
    }

    private String key() {
        String key = opening.secrets().open().get(HoundifyTarget.KEY);
        if (key == null) {
            throw new BrokenOff("target-key-invalid", "the target has no secret KEY, which is to be its client key");
        }
        return key;
    }

    private ObjectNode requestInfo(Signature signature) {
        ObjectNode info = json.createObjectNode();
        target.requestInfo().forEach((name, value) -> info.set(name, json.valueToTree(value)));
        info.put("ClientID", signature.clientId())
                .put("UserID", signature.userId())
                .put("RequestID", signature.requestId())
                .put("TimeStamp", signature.timestamp());
        if (state.isObject()) {
            info.set(STATE, state);
        }
        return info;
    }

    /** JSON that a header can hold. */
    private static String ascii(ObjectNode info) {
        StringBuilder text = new StringBuilder();
        info.toString().chars().forEach(character -> {
            if (character < 0x7F) {
                text.append((char) character);
            } else {
                text.append("\\u%04x".formatted(character));
            }
        });
        return text.toString();
    }

    private Answer answer(String message, Received received) {
        JsonBody body = line.body(received.response().body(), json.reader());
        state = body.tree().at("/AllResults/0/" + STATE);
        Exchange exchange = new Exchange(
                message,
                Words.at(target.answer()).in(body),
                received.response().status(),
                received.response().latency(),
                received.tries(),
                received.response().firstByte(),
                Reports.read(target.reports(), body),
                null);
        return new Answer(received.marked(exchange), body);
    }
}
