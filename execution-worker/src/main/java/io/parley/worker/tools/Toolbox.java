package io.parley.worker.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Reported.ToolCall;
import io.parley.contracts.Tool;
import io.parley.platform.eventloops.EventLoops;
import io.parley.worker.BrokenOff;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.templates.Escaping;
import io.parley.worker.templates.Scope;
import io.parley.worker.templates.Templates;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers calls of tools as a case says. */
@ApplicationScoped
public class Toolbox {

    private static final String VALUE = "value";

    private final Templates templates;
    private final EventLoops loops;
    private final ObjectMapper json;

    Toolbox(Templates templates, EventLoops loops, ObjectMapper json) {
        this.templates = templates;
        this.loops = loops;
        this.json = json;
    }

    /**
     * What the call returns, after the tool's delay: a text as it is, anything else as JSON, and an error as {@code {"error":
     * ...}}. A tool that the case does not declare is an error for the agent, not for the case. Fails with {@link
     * io.parley.worker.templates.InvalidTemplate}, or with {@link BrokenOff} when the delay takes longer than the conversation.
     *
     * @param declared tools of the case
     * @param variables of the case
     * @param deadline of the conversation
     */
    public Uni<String> answer(List<Tool> declared, ToolCall call, Scope variables, Deadline deadline) {
        Optional<Tool> tool = declared.stream()
                .filter(each -> each.name().equals(call.name()))
                .findFirst();
        return tool.isEmpty()
                ? Uni.createFrom().item(() -> error("there is no tool " + call.name()))
                : delayed(tool.get(), deadline)
                        .map(later -> rendered(tool.get(), new CallScope(call.arguments(), variables)));
    }

    /** What an agent is told that called a tool with something else than a JSON object. */
    public String unreadable() {
        return error("the arguments are no JSON object");
    }

    private Uni<Void> delayed(Tool tool, Deadline deadline) {
        Duration delay = tool.delay();
        if (delay == null || !delay.isPositive()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> delay.compareTo(deadline.left()) < 0
                        ? loops.pause(delay)
                        : Uni.createFrom().failure(tooLate(tool, delay)));
    }

    private static BrokenOff tooLate(Tool tool, Duration delay) {
        return new BrokenOff(
                "case-timeout",
                String.format(
                        Locale.ROOT,
                        "the time of the whole conversation would be over before the tool %s returns, which takes %.1f s; shorten its delay or raise the case's timeout",
                        tool.name(),
                        delay.toMillis() / 1000.0));
    }

    private String rendered(Tool tool, Scope scope) {
        if (tool.error() != null) {
            return error(templates.render(tool.error(), scope, Escaping.NONE));
        }
        Object value = templates
                .renderAll(Collections.singletonMap(VALUE, tool.returns()), scope)
                .get(VALUE);
        return value instanceof String text ? text : text(value);
    }

    private String error(String message) {
        return text(Map.of("error", message));
    }

    private String text(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a value of a suite that is no JSON", impossible);
        }
    }

    /** What templates of a tool see: the arguments of the call as {@code args}, and the case's variables. */
    private record CallScope(Map<String, Object> arguments, Scope variables) implements Scope {

        @Override
        public @Nullable Object get(String name) {
            return name.equals("args") ? arguments : variables.get(name);
        }
    }
}
