package io.parley.telemetry.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.contracts.TelemetryEvent;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the lines of one stream were so far, and which of their events still wait for the broker. */
final class StreamTally {

    /** An event of the largest payload, written with generous space. */
    static final int MAX_LINE_BYTES = 128 * 1024;

    /** Of a stream that is wrong from end to end its beginning tells enough. */
    static final int MAX_ERRORS = 1_000;

    /** At 32 KiB an event this is what a message may have at most; more lines are read once it is with the broker. */
    private static final int MAX_WAITING_BYTES = 512 * 1024;

    private static final String NOT_ONE_OBJECT = "must be one JSON object on one line";

    private final Supplier<Window> window;
    private final Deque<TelemetryEvent> waiting = new ArrayDeque<>();
    private final List<ItemError> errors = new ArrayList<>();
    private final Map<String, Integer> rejections = new HashMap<>();
    private int waitingBytes;
    private int lines;
    private int accepted;
    private int rejected;

    /** @param window as it is now, since a stream may last for days */
    StreamTally(Supplier<Window> window) {
        this.window = window;
    }

    /** An empty line is none: it says nothing that could be wrong. */
    void add(StreamLine line) {
        switch (line) {
            case StreamLine.TooLong() -> reject("must have at most " + MAX_LINE_BYTES + " bytes");
            case StreamLine.Whole(byte[] bytes) -> read(bytes);
        }
        lines++;
    }

    private void read(byte[] bytes) {
        try (JsonParser json = EventReader.JSON.createParser(bytes)) {
            if (json.nextToken() != null) {
                take(reading(json), bytes.length);
            }
        } catch (JsonProcessingException malformed) {
            reject(NOT_ONE_OBJECT);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Not one document after another: what follows an event on its line would be lost without a word. */
    private Reading reading(JsonParser json) throws IOException {
        Reading first = EventReader.read(json, window.get());
        return json.nextToken() == null ? first : new Reading.Invalid(List.of(new FieldError("", NOT_ONE_OBJECT)));
    }

    private void take(Reading reading, int bytes) {
        switch (reading) {
            case Reading.Valid(TelemetryEvent event) -> {
                waiting.add(event);
                waitingBytes += bytes;
            }
            case Reading.Invalid(List<FieldError> faults) -> reject(faults);
        }
    }

    private void reject(String message) {
        reject(List.of(new FieldError("", message)));
    }

    private void reject(List<FieldError> faults) {
        rejected++;
        rejections.merge(faults.getFirst().field(), 1, Integer::sum);
        faults.stream()
                .limit(MAX_ERRORS - errors.size())
                .forEach(fault -> errors.add(new ItemError(lines, fault.field(), fault.message())));
    }

    /** Whether as much waits as one message takes. */
    boolean isFull() {
        return waiting.size() >= Batch.MAX_EVENTS || waitingBytes >= MAX_WAITING_BYTES;
    }

    /** The events of the next message, none if none wait. */
    List<TelemetryEvent> next() {
        List<TelemetryEvent> next = new ArrayList<>();
        while (!waiting.isEmpty() && next.size() < Batch.MAX_EVENTS) {
            next.add(waiting.remove());
        }
        if (waiting.isEmpty()) {
            waitingBytes = 0;
        }
        return next;
    }

    /** The broker has these. */
    void confirm(List<TelemetryEvent> events) {
        accepted += events.size();
    }

    int accepted() {
        return accepted;
    }

    /** How many were not valid, by the field that is wrong first. */
    Map<String, Integer> rejections() {
        return rejections;
    }

    Receipt receipt() {
        return new Receipt(accepted, rejected, errors);
    }

    /** Why a stream that brought nothing is refused. */
    Problem refusal() {
        return errors.isEmpty()
                ? ProblemType.INVALID_INPUT.problem(List.of(new FieldError("", "must have at least one event")))
                : ProblemType.INVALID_INPUT.problem(errors.stream()
                        .map(error -> new FieldError(error.field(), error.message(), error.index() + 1))
                        .toList());
    }
}
