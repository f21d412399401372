package io.parley.worker.testing;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Conversation;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.RunId;
import io.parley.contracts.SimulatedUser;
import io.parley.contracts.Target;
import io.parley.contracts.TargetId;
import io.parley.contracts.Tool;
import io.parley.contracts.Turn;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests, as run-service makes them. */
public final class Requests {

    public static final String BODY = "{\"text\": \"{{ message }}\"}";

    private Requests() {}

    /** A target that takes {@code {"text": ...}} and answers {@code {"reply": ...}}. */
    public static HttpTarget target(String url) {
        return target(url, new Limits(10, null));
    }

    public static HttpTarget target(String url, Limits limits) {
        return new HttpTarget(
                new TargetId(Ids.next()), "stub", url, "POST", Map.of(), BODY, "/reply", limits, Map.of());
    }

    public static HttpTarget withHeaders(HttpTarget target, Map<String, String> headers, Map<String, String> secrets) {
        return new HttpTarget(
                target.id(),
                target.name(),
                target.url(),
                target.method(),
                headers,
                target.body(),
                target.answer(),
                target.limits(),
                secrets);
    }

    public static HttpTarget withAnswer(HttpTarget target, String pointer) {
        return new HttpTarget(
                target.id(),
                target.name(),
                target.url(),
                target.method(),
                target.headers(),
                target.body(),
                pointer,
                target.limits(),
                target.sealedSecrets());
    }

    public static HttpTarget withReports(HttpTarget target, Map<String, String> reports) {
        return new HttpTarget(
                target.id(),
                target.name(),
                target.url(),
                target.method(),
                target.headers(),
                target.body(),
                target.answer(),
                target.limits(),
                target.sealedSecrets(),
                reports,
                null);
    }

    public static Conversation saying(String... messages) {
        return saying(Duration.ofSeconds(5), messages);
    }

    public static Conversation saying(Duration timeout, String... messages) {
        return conversation(
                timeout,
                Map.of(),
                Stream.of(messages)
                        .map(message -> new Turn(message, List.of(), Map.of()))
                        .toList());
    }

    public static Conversation conversation(Duration timeout, Map<String, Object> vars, List<Turn> turns) {
        return new Conversation("case", List.of(), List.of(), vars, turns, List.of(), null, timeout);
    }

    public static Conversation withTools(Conversation conversation, List<Tool> tools) {
        return with(conversation, tools, true, conversation.simulate(), conversation.cache());
    }

    /** The same conversation, on which a simulated user goes on. */
    public static Conversation simulated(Conversation conversation, SimulatedUser user) {
        return with(conversation, conversation.tools(), conversation.keepRequests(), user, conversation.cache());
    }

    /** The same conversation, for which earlier answers may do for so long. */
    public static Conversation cached(Conversation conversation, Duration time) {
        return with(conversation, conversation.tools(), conversation.keepRequests(), conversation.simulate(), time);
    }

    private static Conversation with(
            Conversation conversation,
            @Nullable List<Tool> tools,
            @Nullable Boolean keepRequests,
            @Nullable SimulatedUser user,
            @Nullable Duration cache) {
        return new Conversation(
                conversation.name(),
                conversation.tags(),
                conversation.skills(),
                conversation.vars(),
                conversation.turns(),
                conversation.expect(),
                conversation.threshold(),
                conversation.timeout(),
                tools,
                keepRequests,
                conversation.models(),
                user,
                cache);
    }

    public static ExecutionRequested request(Target target, Conversation conversation) {
        return request(new RunId(Ids.next()), target, conversation);
    }

    public static ExecutionRequested request(RunId run, Target target, Conversation conversation) {
        return new ExecutionRequested(
                new ExecutionId(Ids.next()), 1, run, new WorkspaceId(Ids.next()), target, conversation, 2, null, null);
    }

    /** A request of which the assistant bot@main and the skill weather.forecast get to know something. */
    public static ExecutionRequested evidence(Target target, Conversation conversation) {
        return new ExecutionRequested(
                new ExecutionId(Ids.next()),
                1,
                new RunId(Ids.next()),
                new WorkspaceId(Ids.next()),
                target,
                new Conversation(
                        conversation.name(),
                        conversation.tags(),
                        List.of("weather.forecast"),
                        conversation.vars(),
                        conversation.turns(),
                        conversation.expect(),
                        conversation.threshold(),
                        conversation.timeout()),
                2,
                null,
                null,
                "bot@main");
    }

    /** A request whose user this model plays. */
    public static ExecutionRequested request(Target target, Conversation conversation, ChatTarget simulator) {
        return new ExecutionRequested(
                new ExecutionId(Ids.next()),
                1,
                new RunId(Ids.next()),
                new WorkspaceId(Ids.next()),
                target,
                conversation,
                2,
                simulator,
                null);
    }
}
