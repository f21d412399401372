package io.parley.run.botium;

import io.parley.run.foreign.Mistakes;
import io.parley.run.foreign.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the YAML and the JSON form: {@code convos}, {@code partialConvos}, {@code utterances} and {@code scriptingMemory}. */
final class ObjectFiles {

    private static final Set<String> PARTS = Set.of("convos", "partialConvos", "utterances", "scriptingMemory");
    private static final List<String> KINDS = List.of("asserter", "logichook", "userinput");

    private final String file;
    private final Vocabulary vocabulary;
    private final Mistakes mistakes;

    ObjectFiles(String file, Vocabulary vocabulary, Mistakes mistakes) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.mistakes = mistakes;
    }

    /** Whether a file says something of Botium. */
    static boolean hasParts(Yaml content) {
        return content.members().stream().anyMatch(member -> PARTS.contains(member.getKey()));
    }

    void read(Yaml content, Project project) {
        elements(content, "convos").map(this::convo).forEach(project::add);
        elements(content, "partialConvos").map(this::convo).forEach(project::addPartial);
        content.member("utterances").stream()
                .flatMap(all -> all.members().stream())
                .forEach(each -> project.addUtterances(
                        each.getKey(),
                        each.getValue().elements().stream()
                                .flatMap(wording -> wording.text().stream())
                                .toList()));
        content.member("scriptingMemory").ifPresent(memory -> memory(memory, project));
    }

    private static Stream<Yaml> elements(Yaml content, String name) {
        return content.member(name).stream().flatMap(list -> list.elements().stream());
    }

    private Convo convo(Yaml written) {
        List<Step> steps = elements(written, "steps").flatMap(this::step).toList();
        String name = written.member("name").flatMap(Yaml::text).orElse(file);
        return new Convo(place(written), name, steps);
    }

    private Stream<Step> step(Yaml written) {
        List<Map.Entry<String, Yaml>> senders = written.members();
        Optional<Sender> sender =
                senders.size() == 1 ? Sender.named(senders.getFirst().getKey()) : Optional.empty();
        if (sender.isEmpty()) {
            mistakes.add(file, written.line(), "a step must have one of begin, include, me, bot and end");
            return Stream.empty();
        }
        Yaml content = senders.getFirst().getValue();
        Stream<Yaml> lines = content.isList() ? content.elements().stream() : Stream.of(content);
        return Stream.of(StepReader.read(
                vocabulary,
                sender.get(),
                place(written),
                null,
                lines.flatMap(this::lines).toList()));
    }

    private Stream<Line> lines(Yaml written) {
        return written.text().isPresent()
                ? TextFiles.lines(written.text().get()).stream().map(Line::of)
                : called(written).stream();
    }

    private Optional<Line> called(Yaml written) {
        for (Map.Entry<String, Yaml> member : written.members()) {
            String kind = member.getKey().toLowerCase(Locale.ROOT);
            if (KINDS.contains(kind)) {
                String name = member.getValue().text().orElse("");
                boolean not = isTrue(written, "not");
                return Optional.of(new Line(
                        name,
                        Optional.of(new Call(name, arguments(written.member("args")), not)),
                        kind,
                        isTrue(written, "optional")));
            }
        }
        return written.members().stream().findFirst().map(ObjectFiles::named).or(() -> {
            mistakes.add(
                    file, written.line(), "must be a text, or an asserter, a logichook or a userinput with its args");
            return Optional.empty();
        });
    }

    /** The form {@code NAME: arguments}. */
    private static Line named(Map.Entry<String, Yaml> member) {
        String key = member.getKey().replaceFirst("^OPTIONAL_", "?").replaceFirst("^(\\??)NOT_", "$1!");
        Line.Signed signed = Line.Signed.of(key);
        Call call = new Call(signed.text(), arguments(Optional.of(member.getValue())), signed.not());
        return new Line(key, Optional.of(call), "", signed.optional());
    }

    private static boolean isTrue(Yaml written, String name) {
        return written.member(name).flatMap(Yaml::text).filter("true"::equals).isPresent();
    }

    private static List<String> arguments(Optional<Yaml> written) {
        return written.stream()
                .flatMap(value -> value.isList() ? value.elements().stream() : Stream.of(value))
                .flatMap(value -> value.text().stream())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Rows with a header and values, or the lines of a table. */
    private void memory(Yaml written, Project project) {
        List<String> lines = new ArrayList<>();
        for (Yaml element : written.elements()) {
            element.text().ifPresent(lines::add);
            element.member("values").ifPresent(values -> project.add(memoryRow(element, values)));
        }
        if (!lines.isEmpty()) {
            new TextFiles(vocabulary, mistakes).memory(file, lines, written.line(), project);
        }
    }

    private MemoryRow memoryRow(Yaml element, Yaml values) {
        String name = element.member("header")
                .flatMap(header -> header.member("name"))
                .flatMap(Yaml::text)
                .orElse("");
        if (name.isEmpty()) {
            mistakes.add(file, element.line(), "scripting memory needs a name in its header");
        }
        Map<String, String> byName = new LinkedHashMap<>();
        values.members()
                .forEach(value ->
                        byName.put(value.getKey(), value.getValue().text().orElse("")));
        return new MemoryRow(place(element), name, byName);
    }

    private Place place(Yaml written) {
        return new Place(file, written.line());
    }
}
