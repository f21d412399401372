package io.parley.run.promptfoo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The prompts of a configuration, in place or in files. */
final class Prompts {

    /** What is said where no prompt is given. */
    private static final String USUAL = "{{prompt}}";

    private static final Pattern FILE =
            Pattern.compile("[^\\n]*\\.(txt|md|j2|json|jsonl|ya?ml|csv|js|cjs|mjs|ts|py|sh)(:\\w+)?");

    private final Folder folder;

    private Prompts(Folder folder) {
        this.folder = folder;
    }

    static List<Prompt> of(Piece config, Folder folder) {
        Prompts prompts = new Prompts(folder);
        List<Prompt> all = new ArrayList<>();
        config.get("prompts").elements().forEach(written -> all.addAll(prompts.written(written)));
        return all.isEmpty() ? List.of(Prompt.of(USUAL, USUAL)) : all;
    }

    private List<Prompt> written(Piece written) {
        if (written.isText()) {
            return isFile(written) ? files(written) : List.of(Prompt.of(written.text(), written.text()));
        }
        String label = written.get(written.has("label") ? "label" : "id").text();
        if (written.has("raw")) {
            return List.of(Prompt.of(label, written.get("raw").text()));
        }
        if (written.has("id")) {
            return written(written.get("id")).stream()
                    .map(prompt -> new Prompt(
                            written.has("label") ? label : prompt.label(), prompt.text(), prompt.unsupported()))
                    .toList();
        }
        return List.of(Prompt.of(written.text(), written.text()));
    }

    private static boolean isFile(Piece written) {
        boolean path = FILE.matcher(written.text()).matches() && !written.text().contains("{{");
        return path || Folder.isReference(written);
    }

    private List<Prompt> files(Piece reference) {
        if (isProgram(reference.text())) {
            String program = reference.text();
            return List.of(new Prompt(program, program, "the prompt " + program + ", which is a program"));
        }
        return folder.named(reference).stream().flatMap(this::file).toList();
    }

    private Stream<Prompt> file(String path) {
        String text = folder.text(path);
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl")) {
            return text.lines().filter(line -> !line.isBlank()).map(line -> Prompt.of(path, line));
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return folder.parsed(path).stream()
                    .map(prompt -> Prompt.of(path, prompt.value().toString()));
        }
        if (name.endsWith(".csv")) {
            return Tables.rows(path, text, folder.mistakes()).stream().map(Prompts::row);
        }
        return name.endsWith(".txt") ? parts(path, text) : Stream.of(Prompt.of(path, text));
    }

    private static Prompt row(Piece row) {
        String prompt = row.get("prompt").text();
        return Prompt.of(row.has("label") ? row.get("label").text() : prompt, prompt);
    }

    /** Lines of three hyphens stand between the prompts of one file. */
    private static Stream<Prompt> parts(String path, String text) {
        return Arrays.stream(Pattern.compile("^[ \\t]*+---[ \\t]*+$", Pattern.MULTILINE)
                        .split(text))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> Prompt.of(path, part));
    }

    private static boolean isProgram(String reference) {
        return Pattern.compile(".*\\.(js|cjs|mjs|ts|py|sh)(:\\w+)?")
                .matcher(reference)
                .matches();
    }
}
