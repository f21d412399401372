package io.parley.platform.messaging;

import io.parley.contracts.WorkspaceId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** What goes to the broker as one message: an event, or several of a kind as a JSON array. Not thread-safe. */
final class Parcel {

    /** So few that none waits long for the others, and that consumers can still share them out. */
    private static final int MAX_EVENTS = 32;

    /** What is larger costs the broker by its bytes, and not by being a message. */
    private static final int MAX_BYTES = 64 * 1024;

    private final List<Message> messages = new ArrayList<>();
    private final List<Publication> publications = new ArrayList<>();
    private int bytes;

    /** What the events of one parcel have in common. */
    record Kind(String routingKey, WorkspaceId workspaceId) {

        static Kind of(Message message) {
            return new Kind(message.routingKey(), message.workspaceId());
        }
    }

    boolean takes(Message next) {
        return messages.isEmpty() || (messages.size() < MAX_EVENTS && bytes + next.body().length <= MAX_BYTES);
    }

    void add(Message message, Publication publication) {
        messages.add(message);
        publications.add(publication);
        bytes += message.body().length;
    }

    Kind kind() {
        return Kind.of(messages.getFirst());
    }

    /** Of each event, in their order. */
    List<Trace> traces() {
        return messages.stream().map(Message::trace).toList();
    }

    int events() {
        return messages.size();
    }

    /** Of each event, so that one comes up as often as it has events in here. */
    List<Publication> publications() {
        return publications;
    }

    byte[] body() {
        return messages.size() == 1 ? messages.getFirst().body() : array();
    }

    private byte[] array() {
        ByteArrayOutputStream array = new ByteArrayOutputStream(bytes + messages.size() + 1);
        char separator = '[';
        for (Message message : messages) {
            array.write(separator);
            array.writeBytes(message.body());
            separator = ',';
        }
        array.write(']');
        return array.toByteArray();
    }
}
