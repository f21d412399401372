package io.parley.run.foreign;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Files as another tool keeps them. Nothing else is read: what they refer to is among them, or is missing.
 *
 * @param texts by path, relative to the folder they were taken from, with {@code /}
 */
public record SourceFiles(Map<String, String> texts) {

    public static final SourceFiles NONE = new SourceFiles(Map.of());

    public SourceFiles {
        texts = new TreeMap<>(texts);
    }

    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /**
     * The path of a file as another one names it: from the folder of that one, {@code .} and {@code ..} meaning what they mean in
     * paths. Nothing if no such file is among these.
     */
    public Optional<String> find(String name, String namedIn) {
        try {
            String path =
                    Path.of(namedIn).resolveSibling(name).normalize().toString().replace('\\', '/');
            return Optional.of(path).filter(texts::containsKey);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** The same files with their paths from the folder of one of them. */
    public SourceFiles seenFrom(String path) {
        Path folder = Optional.ofNullable(Path.of(path).getParent()).orElse(Path.of(""));
        Map<String, String> seen = new TreeMap<>();
        texts.forEach((each, text) ->
                seen.put(folder.relativize(Path.of(each)).toString().replace('\\', '/'), text));
        return new SourceFiles(seen);
    }

    /** Paths that end so, in order. */
    public List<String> ending(String suffix) {
        return texts.keySet().stream().filter(path -> path.endsWith(suffix)).toList();
    }
}
