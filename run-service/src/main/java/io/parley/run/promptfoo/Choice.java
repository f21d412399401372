package io.parley.run.promptfoo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What tests choose from: by one of the names of each, by their beginning before an asterisk, or by the group before their colon. It
 * costs what is chosen, not what there is.
 */
final class Choice<T> {

    private static final int MOST_TOLD = 10;

    private final String what;
    private final List<T> all;
    private final String known;
    private final NavigableMap<String, List<Integer>> places = new TreeMap<>();

    /**
     * Among all of these.
     *
     * @param what by which tests say what they choose
     * @param names of each; people know it by the first
     */
    Choice(String what, List<T> all, Function<T, List<String>> names) {
        this.what = what;
        this.all = all;
        this.known = all.stream()
                .map(each -> OneLine.of(names.apply(each).getFirst()))
                .distinct()
                .limit(MOST_TOLD)
                .collect(Collectors.joining(", "));
        for (int place = 0; place < all.size(); place++) {
            for (String name : names.apply(all.get(place))) {
                places.computeIfAbsent(name, first -> new ArrayList<>()).add(place);
            }
        }
    }

    List<T> all() {
        return all;
    }

    /** Places of those that a test is of, in their order; of all where it does not say. */
    Collection<Integer> of(TestCase test) {
        return test.said(what)
                .map(this::named)
                .orElseGet(() -> IntStream.range(0, all.size()).boxed().toList());
    }

    /** A test that is of nothing would be left out, and nobody would miss it. */
    void check(List<TestCase> tests, Folder folder) {
        tests.forEach(test -> test.said(what).ifPresent(selected -> check(selected, folder)));
    }

    private void check(Piece selected, Folder folder) {
        if (selected.elements().isEmpty()) {
            folder.mistakes()
                    .add(selected.file(), selected.line(), what + " must name at least one; without it, all are");
        }
        selected.elements().stream()
                .filter(name -> !has(name.text()))
                .forEach(name -> folder.mistakes()
                        .add(
                                name.file(),
                                name.line(),
                                "%s names %s, and there is none of this name; there are %s"
                                        .formatted(what, OneLine.of(name.text()), known)));
    }

    private boolean has(String name) {
        String beginning = beginning(name);
        String next = places.ceilingKey(beginning);
        return places.containsKey(name) || (next != null && next.startsWith(beginning));
    }

    private Collection<Integer> named(Piece selected) {
        SortedSet<Integer> chosen = new TreeSet<>();
        SortedSet<String> names =
                selected.elements().stream().map(Piece::text).collect(Collectors.toCollection(TreeSet::new));
        names.forEach(name -> chosen.addAll(places.getOrDefault(name, List.of())));
        for (String beginning : shortest(names)) {
            places.tailMap(beginning).entrySet().stream()
                    .takeWhile(place -> place.getKey().startsWith(beginning))
                    .forEach(place -> chosen.addAll(place.getValue()));
        }
        return chosen;
    }

    /** What begins as another one does finds nothing that the other does not. */
    private static List<String> shortest(SortedSet<String> names) {
        List<String> shortest = new ArrayList<>();
        names.stream().map(Choice::beginning).sorted().forEach(beginning -> {
            if (shortest.isEmpty() || !beginning.startsWith(shortest.getLast())) {
                shortest.add(beginning);
            }
        });
        return shortest;
    }

    private static String beginning(String name) {
        return name.endsWith("*") ? name.substring(0, name.length() - 1) : name + ":";
    }
}
