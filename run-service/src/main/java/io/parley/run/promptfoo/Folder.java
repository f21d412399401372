package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.expressions.Effort;
import io.parley.platform.expressions.TooCostly;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.run.foreign.Mistakes;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.suites.Document;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The files that were sent, as those of promptfoo refer to each other: by paths from the folder of the one that names another. */
final class Folder {

    private static final String FILE = "file://";
    private static final Pattern WILDCARDS = Pattern.compile("[*?\\[{]");
    private static final Pattern PARSED = Pattern.compile("(?i).*\\.(ya?ml|json)");

    private final SourceFiles files;
    private final Mistakes mistakes;
    private final Map<String, Optional<Piece>> parsed = new HashMap<>();
    private final Effort wildcards = Effort.ofOneExecution();
    private final Set<String> named = new HashSet<>();
    private long made;

    Folder(SourceFiles files, Mistakes mistakes) {
        this.files = files;
        this.mistakes = mistakes;
    }

    static boolean isReference(Piece piece) {
        return piece.isText() && piece.text().startsWith(FILE);
    }

    static boolean isParsed(String path) {
        return PARSED.matcher(path).matches();
    }

    Mistakes mistakes() {
        return mistakes;
    }

    /** How many characters all suites of the files have together, with these. */
    long made(int characters) {
        made += characters;
        return made;
    }

    /** The files that a reference names, a glob perhaps; none is a mistake. */
    List<String> named(Piece reference) {
        String path = resolved(reference);
        List<String> found = files.text(path).isPresent() ? List.of(path) : matching(reference, path);
        if (found.isEmpty()) {
            mistakes.add(
                    reference.file(),
                    reference.line(),
                    "names the file " + path + ", which is not among those that were sent; send it too");
        }
        named.addAll(found);
        return found;
    }

    /** Whether another file named this one so far. */
    boolean isNamed(String path) {
        return named.contains(path);
    }

    /** Of a file that is there. */
    String text(String path) {
        return files.text(path).orElseThrow();
    }

    /** What a YAML or JSON file holds; one that is neither is a mistake. */
    Optional<Piece> parsed(String path) {
        return parsed.computeIfAbsent(path, this::parse);
    }

    /** The piece itself or, where it is a reference to a YAML or JSON file, what that holds. */
    Optional<Piece> followed(Piece piece) {
        return isReference(piece) ? named(piece).stream().findFirst().flatMap(this::parsed) : Optional.of(piece);
    }

    /** What a text holds as YAML or JSON, or nothing with a mistake at this place. */
    Optional<JsonNode> parsed(Piece place, String text) {
        try {
            return Optional.of(Document.read(text).value());
        } catch (Problem malformed) {
            mistakes.add(place.file(), place.line(), "is neither YAML nor JSON: " + told(malformed));
            return Optional.empty();
        }
    }

    private Optional<Piece> parse(String path) {
        try {
            Document document = Document.read(text(path));
            document.mistakes().forEach(mistake -> add(path, mistake));
            return Optional.of(Piece.of(path, document));
        } catch (Problem malformed) {
            errors(malformed).forEach(mistake -> add(path, mistake));
            return Optional.empty();
        }
    }

    private void add(String path, FieldError mistake) {
        Integer line = mistake.line();
        mistakes.add(path, line == null ? 1 : line, mistake.message());
    }

    private static String told(Problem problem) {
        return errors(problem).stream().map(FieldError::message).findFirst().orElse("it cannot be read");
    }

    private static List<FieldError> errors(Problem problem) {
        return Objects.requireNonNullElse(problem.body("").errors(), List.of());
    }

    private static String resolved(Piece reference) {
        String written = reference.text();
        String path = written.startsWith(FILE) ? written.substring(FILE.length()) : written;
        return SourceFiles.path(path, reference.file());
    }

    private List<String> matching(Piece reference, String path) {
        if (!WILDCARDS.matcher(path).find()) {
            return List.of();
        }
        Glob glob = new Glob(path);
        try {
            return files.ending("").stream()
                    .filter(file -> glob.matches(file, wildcards))
                    .toList();
        } catch (TooCostly tooCostly) {
            throw new Refused(
                    reference,
                    "names files with wildcards, more than can be looked for among so many files; name them");
        }
    }
}
