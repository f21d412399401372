package io.parley.validation.assertions;

import io.parley.contracts.SuiteFormat;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of a suite file, read key by key; what is not as it should be is a {@link MalformedAssertion}. */
public record Fields(Map<?, ?> values) {

    public static Fields of(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(map);
        }
        throw new MalformedAssertion(name + " must be a map");
    }

    public Fields fields(String key) {
        return of(values.get(key), key);
    }

    public List<String> keys() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    public void allowOnly(Collection<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw new MalformedAssertion("unknown key " + key);
            }
        }
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public @Nullable Object value(String key) {
        return values.get(key);
    }

    public String text(String key) {
        return text(key, values.get(key));
    }

    /** A text to look for. Every text contains the empty one, so an empty one would pass whatever came. */
    public String wanted(String key) {
        return wanted(key, values.get(key));
    }

    public List<String> allWanted(String key) {
        if (!(values.get(key) instanceof List<?> list) || list.isEmpty()) {
            throw new MalformedAssertion(key + " must be a list of texts");
        }
        return list.stream().map(element -> wanted(key, element)).toList();
    }

    public boolean flag(String key, boolean otherwise) {
        return switch (values.get(key)) {
            case null -> otherwise;
            case Boolean flag -> flag;
            default -> throw new MalformedAssertion(key + " must be true or false");
        };
    }

    /** For assertions whose name says it all. */
    public void requireTrue(String key) {
        if (!flag(key, false)) {
            throw new MalformedAssertion(key + " must be true");
        }
    }

    /** Whether upper and lower case are the same. */
    public boolean ignoreCase() {
        return flag("ignore-case", false);
    }

    public int count(String key) {
        if (values.get(key) instanceof Integer count && count >= 0) {
            return count;
        }
        throw new MalformedAssertion(key + " must be a whole number from 0");
    }

    public double number(String key) {
        return number(key, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** A number within these bounds, themselves included. */
    public double number(String key, double least, double most) {
        if (!(values.get(key) instanceof Number number)) {
            throw new MalformedAssertion(key + " must be a number");
        }
        if (number.doubleValue() < least || number.doubleValue() > most) {
            throw new MalformedAssertion(key + " must be a number from " + plain(least) + " to " + plain(most));
        }
        return number.doubleValue();
    }

    /** Texts, which may be none and may be empty. */
    public List<String> texts(String key) {
        if (!(values.get(key) instanceof List<?> list)) {
            throw new MalformedAssertion(key + " must be a list of texts");
        }
        return list.stream().map(element -> text(key, element)).toList();
    }

    /** A text to compare with, or several of which the best counts. */
    public List<String> oneOrMore(String key) {
        return values.get(key) instanceof List<?> ? allWanted(key) : List.of(wanted(key));
    }

    /** A map of JSON values. */
    public Map<String, Object> map(String key) {
        Map<String, Object> map = new LinkedHashMap<>();
        fields(key).values().forEach((name, value) -> map.put(String.valueOf(name), value));
        return map;
    }

    public List<Fields> list(String key) {
        if (!(values.get(key) instanceof List<?> list) || list.isEmpty()) {
            throw new MalformedAssertion(key + " must be a list");
        }
        return list.stream().map(element -> of(element, "each of " + key)).toList();
    }

    public double positive(String key, double otherwise) {
        return switch (values.get(key)) {
            case null -> otherwise;
            case Number number when number.doubleValue() > 0 -> number.doubleValue();
            default -> throw new MalformedAssertion(key + " must be a number above 0");
        };
    }

    /** A number from 0 to 1. */
    public double share(String key, double otherwise) {
        return switch (values.get(key)) {
            case null -> otherwise;
            case Number number when number.doubleValue() >= 0 && number.doubleValue() <= 1 -> number.doubleValue();
            default -> throw new MalformedAssertion(key + " must be a number from 0 to 1");
        };
    }

    public Duration duration(String key) {
        try {
            return SuiteFormat.duration(text(key));
        } catch (IllegalArgumentException wrong) {
            throw new MalformedAssertion(key + " " + wrong.getMessage());
        }
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    private static String wanted(String key, @Nullable Object value) {
        String text = text(key, value);
        if (text.isEmpty()) {
            throw new MalformedAssertion(key + " looks for an empty text; are its variables empty?");
        }
        return text;
    }

    private static String text(String key, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new MalformedAssertion(key + " must be a text");
    }
}
