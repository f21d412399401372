package io.parley.run.botium;

import io.parley.run.foreign.Mistakes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code .convo.txt}, {@code .pconvo.txt}, {@code .utterances.txt} and {@code .scriptingmemory.txt}. */
final class TextFiles {

    private final Vocabulary vocabulary;
    private final Mistakes mistakes;

    TextFiles(Vocabulary vocabulary, Mistakes mistakes) {
        this.vocabulary = vocabulary;
        this.mistakes = mistakes;
    }

    /** The first line is the name; what follows up to the first section describes it. */
    Convo convo(String file, String text) {
        List<String> lines = lines(text);
        List<Step> steps = new ArrayList<>();
        int start = sectionFrom(lines, 0);
        String name = start > 0 ? lines.getFirst() : "";
        while (start < lines.size()) {
            int end = sectionFrom(lines, start + 1);
            step(new Place(file, start + 1), lines.subList(start, end)).ifPresent(steps::add);
            start = end;
        }
        return new Convo(new Place(file, 1), name.isEmpty() ? file : name, steps);
    }

    /** The first line is the name of the rest. */
    void utterances(String text, Project project) {
        List<String> lines = lines(text);
        project.addUtterances(lines.getFirst(), lines.subList(1, lines.size()));
    }

    /** A table with bars between its columns, the first of which names the variants. */
    void memory(String file, List<String> lines, int firstLine, Project project) {
        List<String> names = cells(lines.getFirst());
        for (int row = 1; row < lines.size(); row++) {
            if (!lines.get(row).isBlank()) {
                memoryRow(new Place(file, firstLine + row), names, cells(lines.get(row)))
                        .ifPresent(project::add);
            }
        }
    }

    private Optional<MemoryRow> memoryRow(Place place, List<String> names, List<String> cells) {
        if (cells.size() > names.size() || cells.getFirst().isEmpty() || names.size() < 2) {
            mistakes.add(
                    place.file(),
                    place.line(),
                    "must be the name of a variant and a value for each of the variables in the first line, with | between them");
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int column = 1; column < names.size(); column++) {
            values.put(names.get(column), column < cells.size() ? cells.get(column) : "");
        }
        return Optional.of(new MemoryRow(place, cells.getFirst(), values));
    }

    static List<String> lines(String text) {
        return Stream.of(text.split("\n", -1)).map(String::strip).toList();
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static int sectionFrom(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && !lines.get(at).startsWith("#")) {
            at++;
        }
        return at;
    }

    private Optional<Step> step(Place place, List<String> section) {
        String[] head = section.getFirst().substring(1).strip().split(" ", 2);
        Optional<Sender> sender = Sender.named(head[0]);
        if (sender.isEmpty()) {
            mistakes.add(
                    place.file(),
                    place.line(),
                    "#" + head[0] + " is no section; sections are #begin, #include, #me, #bot and #end");
        }
        List<Line> lines = section.stream().skip(1).map(Line::of).toList();
        return sender.map(
                known -> StepReader.read(vocabulary, known, place, head.length > 1 ? head[1].strip() : null, lines));
    }
}
