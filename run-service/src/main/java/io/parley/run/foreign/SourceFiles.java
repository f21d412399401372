package io.parley.run.foreign;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Files as another tool keeps them. Nothing else is read: what they refer to is among them, or is missing.
 *
 * @param texts by path, relative to the folder they were taken from, with {@code /}; without byte order marks
 */
public record SourceFiles(Map<String, String> texts) {

    public static final SourceFiles NONE = new SourceFiles(Map.of());

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public SourceFiles {
        texts = texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> unmarked(file.getValue()), (one, other) -> one, TreeMap::new));
    }

    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /**
     * The path of a file as another one names it: from the folder of that one, {@code .} and {@code ..} meaning what they mean in
     * paths. Nothing if no such file is among these.
     */
    public Optional<String> find(String name, String namedIn) {
        return Optional.of(path(name, namedIn)).filter(texts::containsKey);
    }

    /** Where a file would be that another one names so. These are names in a request and no paths of this machine. */
    public static String path(String name, String namedIn) {
        String folder = name.startsWith("/") ? "" : namedIn.substring(0, namedIn.lastIndexOf('/') + 1);
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (folder + name).split("/", -1)) {
            boolean back =
                    step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..");
            if (back) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return (name.startsWith("/") ? "/" : "") + String.join("/", steps);
    }

    /** Paths that end so, in order. */
    public List<String> ending(String suffix) {
        return texts.keySet().stream().filter(path -> path.endsWith(suffix)).toList();
    }

    /** Without those that this takes, by path and text. */
    public SourceFiles without(BiPredicate<String, String> leftOut) {
        Map<String, String> others = new TreeMap<>(texts);
        others.entrySet().removeIf(file -> leftOut.test(file.getKey(), file.getValue()));
        return new SourceFiles(others);
    }

    private static String unmarked(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
