package io.parley.run.suites;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one document of YAML 1.2 (JSON is part of it) from the parser's events. Reading costs no more than a limit,
 * whatever the text says: deep nesting and aliases that multiply are refused.
 */
final class DocumentReader {

    static final int MAX_DEPTH = 64;
    static final int MAX_VALUES = 400_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Iterator<Event> events;
    private final Scalars scalars = new Scalars();
    private final Map<Anchor, Located> anchored = new HashMap<>();
    private final Map<Anchor, Integer> sizes = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final List<FieldError> mistakes = new ArrayList<>();
    private int values;

    private DocumentReader(Iterator<Event> events) {
        this.events = events;
    }

    /** Reads a text. What is not well-formed is a problem that says in which line. */
    static Document read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE) // the bytes were counted before
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            return new DocumentReader(events).document();
        } catch (ReaderException illegal) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(illegal.getPosition())
                            .filter(character -> character == '\n')
                            .count();
            throw SuiteProblems.malformed(
                    line, "the character U+%04X is not allowed".formatted(illegal.getCodePoint()));
        } catch (MarkedYamlEngineException malformed) {
            throw SuiteProblems.malformed(line(malformed), message(malformed));
        } catch (YamlEngineException malformed) {
            throw SuiteProblems.malformed(1, String.valueOf(malformed.getMessage()));
        }
    }

    private Document document() {
        expect(Event.ID.StreamStart);
        Event start = events.next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            throw SuiteProblems.malformed(1, "the file is empty");
        }
        Located content = value(events.next());
        expect(Event.ID.DocumentEnd);
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw SuiteProblems.malformed(line(end), "a second document begins here; a suite is one document");
        }
        return new Document(content, mistakes);
    }

    private void expect(Event.ID expected) {
        Event event = events.next();
        if (event.getEventId() != expected) {
            throw new IllegalStateException("expected " + expected + ", got " + event);
        }
    }

    private Located value(Event event) {
        int before = values;
        count(event, 1);
        Located value = switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case AliasEvent alias -> alias(alias);
            case Event start when start.getEventId() == Event.ID.SequenceStart -> list(start);
            case Event start when start.getEventId() == Event.ID.MappingStart -> object(start);
            default -> throw new IllegalStateException("no value begins with " + event);
        };
        if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
            node.getAnchor().ifPresent(anchor -> {
                anchored.put(anchor, value);
                sizes.put(anchor, values - before);
            });
        }
        return value;
    }

    private Located scalar(ScalarEvent event) {
        return Located.scalar(scalars.read(event, message -> mistaken(line(event), message)), line(event));
    }

    private Located alias(AliasEvent event) {
        Located value = anchored.get(event.getAlias());
        if (value == null) {
            throw SuiteProblems.malformed(line(event), "*" + event.getAlias() + " refers to nothing before it");
        }
        count(event, sizes.getOrDefault(event.getAlias(), 1) - 1);
        return value.at(line(event));
    }

    private Located list(Event start) {
        ArrayNode array = NODES.arrayNode();
        List<Located> children = new ArrayList<>();
        for (Event event = enter(start); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            path.addLast(Integer.toString(children.size()));
            Located child = value(event);
            path.removeLast();
            array.add(child.value());
            children.add(child);
        }
        return new Located(array, line(start), children);
    }

    private Located object(Event start) {
        ObjectNode object = NODES.objectNode();
        List<Located> children = new ArrayList<>();
        for (Event event = enter(start); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            String key = key(event);
            path.addLast(key);
            Located child = value(events.next());
            if (object.has(key)) {
                mistaken(line(event), "stands there twice");
            } else {
                object.set(key, child.value());
                children.add(child.at(line(event)));
            }
            path.removeLast();
        }
        return new Located(object, line(start), children);
    }

    private String key(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return keys.computeIfAbsent(scalar.getValue(), key -> key);
        }
        throw SuiteProblems.malformed(line(event), "a key must be a text");
    }

    private Event enter(Event start) {
        if (path.size() >= MAX_DEPTH) {
            throw SuiteProblems.malformed(line(start), "nested deeper than " + MAX_DEPTH + " levels");
        }
        return events.next();
    }

    private void count(Event event, int more) {
        values += more;
        if (values > MAX_VALUES) {
            throw tooMany(line(event));
        }
    }

    private void mistaken(int line, String message) {
        mistakes.add(new FieldError(Document.pointer(path), message, line));
    }

    private static Problem tooMany(int line) {
        return SuiteProblems.INVALID.problem(
                List.of(new FieldError("", "the file holds more than " + MAX_VALUES + " values; split it", line)));
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static int line(MarkedYamlEngineException malformed) {
        return malformed
                .getProblemMark()
                .or(malformed::getContextMark)
                .map(mark -> mark.getLine() + 1)
                .orElse(1);
    }

    private static String message(MarkedYamlEngineException malformed) {
        return malformed.getContext() == null
                ? malformed.getProblem()
                : malformed.getContext() + ": " + malformed.getProblem();
    }
}
