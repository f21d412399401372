package io.parley.worker.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.parley.worker.answers.JsonParts;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** The stream of events in a response of the type {@code text/event-stream} (WHATWG HTML, section 9.2). */
public final class EventStream {

    /** What the last event of many streams says. */
    public static final String END = "[DONE]";

    private static final String DATA = "data";
    private static final List<String> BEGINNINGS = List.of("data", "event", "id", "retry", ":");

    private static final int LONGEST_BEGINNING = 5;

    private EventStream() {}

    /** Whether the beginning of a response looks like one. */
    public static boolean isBegunBy(Buffer response) {
        String start = response.getString(0, Math.min(LONGEST_BEGINNING, response.length()));
        return BEGINNINGS.stream().anyMatch(start::startsWith);
    }

    /** The data of each event that has some, its lines joined; what the end of the stream cuts off is left out. */
    public static List<String> data(String stream) {
        List<String> events = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : stream.split("\r\n|\n|\r", -1)) {
            if (line.isEmpty()) {
                dispatch(lines, events);
            } else {
                take(line, lines);
            }
        }
        return events;
    }

    /** As {@link #data}, with the event that the end of the stream cuts off. */
    public static List<String> dataToTheEnd(String stream) {
        return data(stream + "\n\n");
    }

    /** The data of each event as JSON, as a text where it is none. The mark that some end a stream with is no event. */
    static ArrayNode json(String stream) {
        return JsonParts.list(
                dataToTheEnd(stream).stream().filter(data -> !data.equals(END)).toList());
    }

    private static void take(String line, List<String> lines) {
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        if (field.equals(DATA)) {
            String value = colon < 0 ? "" : line.substring(colon + 1);
            lines.add(value.startsWith(" ") ? value.substring(1) : value);
        }
    }

    private static void dispatch(List<String> lines, List<String> events) {
        if (!lines.isEmpty()) {
            events.add(String.join("\n", lines));
            lines.clear();
        }
    }
}
