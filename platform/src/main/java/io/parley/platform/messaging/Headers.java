package io.parley.platform.messaging;

import io.parley.contracts.WorkspaceId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the headers of a message say of its events. */
final class Headers {

    private static final String WORKSPACE = "workspace";

    private Headers() {}

    /** A trace is a string for one event, and in a list for several, empty for none. */
    static Map<String, Object> of(WorkspaceId workspace, List<Trace> traces) {
        List<String> texts = traces.stream()
                .map(trace -> Objects.requireNonNullElse(trace.traceparent(), ""))
                .toList();
        return Map.of(WORKSPACE, workspace.toString(), Trace.HEADER, texts.size() == 1 ? texts.getFirst() : texts);
    }

    /** The traces of a message's events; of none, if its headers do not tell one for each. */
    static List<Trace> traces(@Nullable Map<String, Object> headers, int events) {
        Object header = headers == null ? "" : headers.getOrDefault(Trace.HEADER, "");
        List<?> texts = header instanceof List<?> several ? several : List.of(header);
        return texts.size() == events
                ? texts.stream().map(text -> trace(text.toString())).toList()
                : Collections.nCopies(events, Trace.NONE);
    }

    private static Trace trace(String text) {
        return text.isEmpty() ? Trace.NONE : new Trace(text);
    }
}
