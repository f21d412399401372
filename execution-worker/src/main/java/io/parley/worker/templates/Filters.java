package io.parley.worker.templates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The filters of Nunjucks that suites use. */
final class Filters {

    private static final Map<String, Filter> BY_NAME = new TreeMap<>(Map.ofEntries(
            Map.entry("abs", (value, arguments) -> Values.numeral(Math.abs(Values.number(value)))),
            Map.entry("capitalize", (value, arguments) -> TextFilters.capitalize(Values.text(value))),
            Map.entry("d", Filters::otherwise),
            Map.entry("default", Filters::otherwise),
            Map.entry("dump", (value, arguments) -> new Raw(Values.json(value, arguments.number(0, 0)))),
            Map.entry("first", (value, arguments) -> first(Values.elements(value))),
            Map.entry("float", (value, arguments) -> number(value, arguments)),
            Map.entry(
                    "int",
                    (value, arguments) -> Values.numeral(Math.rint(toward0(Values.number(number(value, arguments)))))),
            Map.entry("join", Filters::join),
            Map.entry("last", (value, arguments) -> first(reversed(Values.elements(value)))),
            Map.entry("length", (value, arguments) -> length(value)),
            Map.entry("lower", (value, arguments) -> TextFilters.lower(Values.text(value))),
            Map.entry("replace", (value, arguments) -> TextFilters.replace(Values.text(value), arguments)),
            Map.entry("reverse", (value, arguments) -> reverse(value)),
            Map.entry("round", Filters::round),
            Map.entry("safe", (value, arguments) -> new Raw(Values.text(value))),
            Map.entry("sort", (value, arguments) -> sorted(Values.elements(value), Values.isTrue(arguments.at(0)))),
            Map.entry("string", (value, arguments) -> Values.text(value)),
            Map.entry("title", (value, arguments) -> TextFilters.title(Values.text(value))),
            Map.entry("trim", (value, arguments) -> Values.text(value).strip()),
            Map.entry("truncate", (value, arguments) -> TextFilters.truncate(Values.text(value), arguments)),
            Map.entry("upper", (value, arguments) -> TextFilters.upper(Values.text(value))),
            Map.entry("urlencode", (value, arguments) -> new Raw(Escaping.urlEncoded(Values.text(value)))),
            Map.entry("wordcount", (value, arguments) -> TextFilters.words(Values.text(value)))));

    private Filters() {}

    static Optional<Filter> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Collection<String> names() {
        return BY_NAME.keySet();
    }

    /** The first argument in place of what is undefined or, with a true second argument, of anything untrue. */
    private static @Nullable Object otherwise(@Nullable Object value, Arguments arguments) {
        boolean missing = Values.isTrue(arguments.at(1)) ? !Values.isTrue(value) : value == null;
        return missing ? arguments.at(0) : value;
    }

    private static String join(@Nullable Object value, Arguments arguments) {
        String separator = arguments.text(0, "");
        BoundedText joined = new BoundedText();
        String before = "";
        for (Object element : Values.elements(value)) {
            joined.append(before);
            joined.append(Values.text(element));
            before = separator;
        }
        return joined.toString();
    }

    private static int length(@Nullable Object value) {
        return switch (value) {
            case Collection<?> elements -> elements.size();
            case Map<?, ?> map -> map.size();
            case null -> 0;
            default -> Values.text(value).length();
        };
    }

    private static @Nullable Object first(List<@Nullable Object> elements) {
        return elements.isEmpty() ? null : elements.getFirst();
    }

    private static Object reverse(@Nullable Object value) {
        return value instanceof String text
                ? new StringBuilder(text).reverse().toString()
                : reversed(Values.elements(value));
    }

    private static List<@Nullable Object> reversed(List<@Nullable Object> elements) {
        List<@Nullable Object> reversed = new ArrayList<>(elements);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<@Nullable Object> sorted(List<@Nullable Object> elements, boolean descending) {
        List<@Nullable Object> sorted = new ArrayList<>(elements);
        boolean numbers = elements.stream().noneMatch(element -> Double.isNaN(Values.number(element)));
        Comparator<@Nullable Object> order = numbers ? Values::compare : Comparator.comparing(Values::text);
        sorted.sort(descending ? order.reversed() : order);
        return sorted;
    }

    private static @Nullable Object number(@Nullable Object value, Arguments arguments) {
        double number = Values.number(value);
        return Double.isNaN(number) ? arguments.at(0) : Values.numeral(number);
    }

    private static double toward0(double number) {
        return number < 0 ? Math.ceil(number) : Math.floor(number);
    }

    private static Object round(@Nullable Object value, Arguments arguments) {
        double number = Values.number(value);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return number;
        }
        RoundingMode mode = switch (arguments.text(1, "common")) {
            case "ceil" -> RoundingMode.CEILING;
            case "floor" -> RoundingMode.FLOOR;
            default -> RoundingMode.HALF_UP;
        };
        int places = Math.clamp(arguments.number(0, 0), 0, 15);
        return Values.numeral(BigDecimal.valueOf(number).setScale(places, mode).doubleValue());
    }
}
