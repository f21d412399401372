package io.parley.run.botium;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.ForeignSuite;
import io.parley.run.foreign.Format;
import io.parley.run.foreign.Mistakes;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.foreign.Yaml;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files of Botium. All that come together are one suite, as they are one project there. */
@Singleton
final class BotiumFormat implements Format {

    /** What a suite file may have. */
    private static final int MOST_CHARACTERS = 10 << 20;

    @Override
    public String name() {
        return "botium";
    }

    @Override
    public boolean recognises(SourceFiles files) {
        return files.texts().keySet().stream().anyMatch(BotiumFormat::isOfBotium)
                || files.texts().entrySet().stream()
                        .filter(file -> isTree(file.getKey()))
                        .flatMap(file -> Yaml.read(file.getKey(), file.getValue(), new Mistakes()).stream())
                        .anyMatch(ObjectFiles::hasParts);
    }

    @Override
    public List<ForeignSuite> read(SourceFiles files) {
        Mistakes mistakes = new Mistakes();
        Settings settings = Settings.read(files, mistakes);
        Project project = new Project(mistakes);
        files.texts()
                .forEach((file, text) -> read(file, text, project, new Vocabulary(settings.registered()), mistakes));
        mistakes.refuse();
        List<Convo> convos = new Expansion(project, settings, mistakes).convos();
        if (project.convos().isEmpty()) {
            mistakes.add(
                    files.texts().keySet().iterator().next(), 1, "there is no convo in the files, so nothing to run");
        }
        mistakes.refuse();
        ObjectNode suite = suite(convos, project, settings, mistakes);
        mistakes.refuse();
        return List.of(new ForeignSuite(suite));
    }

    private static boolean isOfBotium(String path) {
        return Stream.of(
                        ".convo.txt",
                        ".pconvo.txt",
                        ".utterances.txt",
                        ".scriptingmemory.txt",
                        ".convo.csv",
                        ".pconvo.csv",
                        ".utterances.csv")
                .anyMatch(path::endsWith);
    }

    private static boolean isTree(String path) {
        return !path.endsWith(Settings.FILE)
                && Stream.of(".yaml", ".yml", ".json").anyMatch(path::endsWith);
    }

    private static void read(String file, String text, Project project, Vocabulary vocabulary, Mistakes mistakes) {
        TextFiles texts = new TextFiles(vocabulary, mistakes);
        if (file.endsWith(".pconvo.txt")) {
            project.addPartial(texts.convo(file, text));
        } else if (file.endsWith(".convo.txt")) {
            project.add(texts.convo(file, text));
        } else if (file.endsWith(".utterances.txt")) {
            texts.utterances(text, project);
        } else if (file.endsWith(".scriptingmemory.txt")) {
            texts.memory(file, TextFiles.lines(text), 1, project);
        } else if (file.endsWith(".pconvo.csv")) {
            new CsvFiles(file, vocabulary, mistakes).convos(text).forEach(project::addPartial);
        } else if (file.endsWith(".convo.csv")) {
            new CsvFiles(file, vocabulary, mistakes).convos(text).forEach(project::add);
        } else if (file.endsWith(".utterances.csv")) {
            mistakes.add(file, 1, "utterances are read from .utterances.txt, YAML and JSON, not from CSV");
        } else if (isTree(file)) {
            Yaml.read(file, text, mistakes)
                    .filter(ObjectFiles::hasParts)
                    .ifPresent(content -> new ObjectFiles(file, vocabulary, mistakes).read(content, project));
        }
    }

    private static ObjectNode suite(List<Convo> convos, Project project, Settings settings, Mistakes mistakes) {
        ObjectNode suite = JsonNodeFactory.instance.objectNode();
        suite.put("parley", 1);
        suite.put("name", line(settings.project()));
        ArrayNode cases = suite.putArray("cases");
        Map<String, Integer> names = new HashMap<>();
        long characters = 0;
        for (Convo convo : convos) {
            String name = line(convo.name());
            int times = names.merge(name, 1, Integer::sum);
            ObjectNode written =
                    new CaseWriter(convo, project, settings).written(times == 1 ? name : name + " (" + times + ")");
            cases.add(written);
            characters += written.toString().length();
            if (characters > MOST_CHARACTERS) {
                mistakes.add(
                        convo.place().file(),
                        convo.place().line(),
                        "comes, with the convos before it, to more than 10 MiB; import fewer at a time");
                return suite;
            }
        }
        return suite;
    }

    /** As names of suites and cases are. */
    private static String line(String name) {
        String line = name.strip().replaceAll("\\s+", " ");
        return line.isEmpty()
                ? "convo"
                : line.substring(0, Math.min(line.length(), Convo.LONGEST_NAME)).strip();
    }
}
