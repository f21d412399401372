package io.parley.platform.messaging;

import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.contracts.Event;
import io.parley.contracts.Queue;
import io.parley.platform.rawjson.RawJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one queue; what is not one of its events is {@link Poison}. */
record EventReader<E extends Event>(Queue<E> queue, ObjectReader json) {

    E read(byte[] body) {
        try {
            E event = RawJson.readerOf(body, json).readValue(body);
            if (event == null) {
                throw new Poison("the body is null");
            }
            return event;
        } catch (IOException | IllegalArgumentException malformed) {
            throw new Poison("not a " + queue.routingKey() + ": " + firstLine(malformed.getMessage()));
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
