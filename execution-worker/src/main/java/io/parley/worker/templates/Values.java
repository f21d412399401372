package io.parley.worker.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How templates see values: truth, texts, numbers, elements and order as JavaScript has them. */
final class Values {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Values() {}

    static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case Number number -> number.doubleValue() != 0 && !Double.isNaN(number.doubleValue());
            case String text -> !text.isEmpty();
            default -> true;
        };
    }

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> plain(number);
            case Float number -> plain(number.doubleValue());
            case List<?> list -> list.stream().map(Values::text).collect(Collectors.joining(","));
            case Map<?, ?> map -> json(map, 0);
            default -> value.toString();
        };
    }

    private static String plain(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    /** The value as JSON; with an indent above 0 over several lines. */
    static String json(@Nullable Object value, int indent) {
        try {
            return indent > 0
                    ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value)
                    : JSON.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new InvalidTemplate("a value has no JSON form");
        }
    }

    /** NaN for what is no number. */
    static double number(@Nullable Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Boolean flag -> flag ? 1 : 0;
            case String text -> parse(text);
            case null, default -> Double.NaN;
        };
    }

    private static double parse(String text) {
        try {
            return text.isBlank() ? 0 : Double.parseDouble(text.strip());
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** A whole number as such, so that it renders without a fraction. */
    static Object numeral(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1L << 53 ? (Object) (long) number : (Object) number;
    }

    /** What a loop goes through: elements of a list, entries of a map, characters of a text; nothing otherwise. */
    static List<@Nullable Object> elements(@Nullable Object value) {
        return switch (value) {
            case Collection<?> elements -> new ArrayList<>(elements);
            case Map<?, ?> map -> new ArrayList<>(map.entrySet());
            case String text ->
                text.codePoints()
                        .<@Nullable Object>mapToObj(Character::toString)
                        .toList();
            case null, default -> List.of();
        };
    }

    /** Key and value of an entry, the elements of a list. */
    static List<@Nullable Object> parts(@Nullable Object element) {
        List<@Nullable Object> parts = new ArrayList<>();
        if (element instanceof Map.Entry<?, ?> entry) {
            parts.add(entry.getKey());
            parts.add(entry.getValue());
        } else if (element instanceof Collection<?> elements) {
            parts.addAll(elements);
        }
        return parts;
    }

    static @Nullable Object member(@Nullable Object value, @Nullable Object key) {
        return switch (value) {
            case Map<?, ?> map -> map.get(text(key));
            case List<?> list -> "length".equals(key) ? (Object) list.size() : element(list, number(key));
            case String text -> "length".equals(key) ? (Object) text.length() : null;
            case null, default -> null;
        };
    }

    private static @Nullable Object element(List<?> list, double index) {
        return index >= 0 && index < list.size() && index == Math.rint(index) ? list.get((int) index) : null;
    }

    static boolean looselyEqual(@Nullable Object left, @Nullable Object right) {
        if (left != null && right != null && (left instanceof Number || right instanceof Number)) {
            return number(left) == number(right);
        }
        return Objects.equals(unwrapped(left), unwrapped(right));
    }

    static boolean contains(@Nullable Object container, @Nullable Object wanted) {
        return switch (container) {
            case Collection<?> elements -> elements.stream().anyMatch(element -> looselyEqual(element, wanted));
            case Map<?, ?> map -> map.containsKey(text(wanted));
            case String text -> text.contains(text(wanted));
            case null, default -> false;
        };
    }

    /** Numbers by size, anything else by its text; a total order among values that are all numbers or all not. */
    static int compare(@Nullable Object left, @Nullable Object right) {
        double first = number(left);
        double second = number(right);
        return Double.isNaN(first) || Double.isNaN(second)
                ? Comparator.<String>naturalOrder().compare(text(left), text(right))
                : Double.compare(first, second);
    }

    private static @Nullable Object unwrapped(@Nullable Object value) {
        return value instanceof Raw raw ? raw.text() : value;
    }
}
