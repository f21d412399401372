package io.parley.platform.messaging;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.contracts.Event;
import io.parley.contracts.Queue;
import io.parley.platform.rawjson.RawJson;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one queue; what is not one of its events, or an array of them, is {@link Poison}. */
record EventReader<E extends Event>(Queue<E> queue, ObjectReader json) {

    List<E> read(byte[] body) {
        try (MappingIterator<E> events = RawJson.readerOf(body, json).readValues(body)) {
            List<E> read = events.readAll();
            if (read.isEmpty() || read.contains(null)) {
                throw new Poison("the body holds no event, or null for one");
            }
            if (read.size() > 1 && !Event.travelTogether(queue.routingKey())) {
                throw new Poison("events of this kind come one to a message, not " + read.size());
            }
            return read;
        } catch (IOException | IllegalArgumentException malformed) {
            throw new Poison("not a " + queue.routingKey() + ": " + firstLine(malformed.getMessage()));
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
