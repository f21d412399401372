package io.parley.run.botium;

import io.parley.run.foreign.Mistakes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that the files hold, as they are read one after another. */
final class Project {

    private final List<Convo> convos = new ArrayList<>();
    private final Map<String, Convo> partials = new LinkedHashMap<>();
    private final Map<String, List<String>> utterances = new LinkedHashMap<>();
    private final List<MemoryRow> memory = new ArrayList<>();
    private final Mistakes mistakes;

    Project(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void add(Convo convo) {
        convos.add(convo);
    }

    void addPartial(Convo convo) {
        Convo first = partials.putIfAbsent(convo.name(), convo);
        if (first != null) {
            mistakes.add(
                    convo.place().file(),
                    convo.place().line(),
                    "is a second partial convo called '%s', as is that of %s; give each a name of its own"
                            .formatted(convo.name(), first.place()));
        }
    }

    /** Utterances of the same name come together, each once. */
    void addUtterances(String name, List<String> wordings) {
        utterances.merge(
                name,
                wordings.stream()
                        .filter(wording -> !wording.isEmpty())
                        .distinct()
                        .toList(),
                (before, more) ->
                        Stream.concat(before.stream(), more.stream()).distinct().toList());
    }

    void add(MemoryRow row) {
        memory.add(row);
    }

    List<Convo> convos() {
        return convos;
    }

    Map<String, Convo> partials() {
        return partials;
    }

    List<MemoryRow> memory() {
        return memory;
    }

    /**
     * The wordings that a text stands for: those of the utterance that it names, whose {@code %s} are replaced by the words behind
     * the name, or the text itself.
     */
    List<String> wordings(String text) {
        String name = utteranceIn(text);
        if (name.isEmpty()) {
            return List.of(text);
        }
        List<String> arguments = name.equals(text)
                ? List.of()
                : List.of(text.substring(name.length() + 1).split(" ", -1));
        return utterances.getOrDefault(name, List.of()).stream()
                .map(wording -> arguments.isEmpty() ? wording : Placeholders.filled(wording, arguments))
                .toList();
    }

    /** The name of the utterance that a text is, or begins with as its first word; empty if it is none. */
    String utteranceIn(String text) {
        if (utterances.containsKey(text)) {
            return text;
        }
        String first = text.split(" ", 2)[0];
        return utterances.containsKey(first) ? first : "";
    }
}
