package io.parley.run.foreign;

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

    public SourceFiles {
        texts = new TreeMap<>(texts);
    }

    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /** Paths that end so, in order. */
    public List<String> ending(String suffix) {
        return texts.keySet().stream().filter(path -> path.endsWith(suffix)).toList();
    }
}
