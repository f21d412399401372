package io.parley.worker.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.LiveTarget;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Opens what is kept for conversations. */
@ApplicationScoped
public class Memories {

    private final Cache cache;
    private final ObjectMapper json;

    Memories(Cache cache, ObjectMapper json) {
        this.cache = cache;
        this.json = json;
    }

    /** What is kept for the conversation of this request; nothing unless its case wants it. */
    public Memory open(ExecutionRequested request, LiveTarget target) {
        Duration time = request.conversation().cache();
        return time == null ? Memory.NONE : new Memory(cache, beginning(request, target), time, request.asksAnew());
    }

    /** Each repeat asks for itself, or it would say nothing that the first does not. */
    private byte[] beginning(ExecutionRequested request, LiveTarget target) {
        ObjectNode definition = json.valueToTree(target);
        definition.remove("limits");
        return Digests.of(
                bytes(request.workspaceId().toString()),
                bytes(definition.toString()),
                bytes(String.valueOf(request.repeat())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
