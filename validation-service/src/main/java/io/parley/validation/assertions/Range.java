package io.parley.validation.assertions;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bounds of a number, themselves included; null is no bound. */
public record Range(@Nullable Integer min, @Nullable Integer max) {

    /** Reads {@code {min, max}} or {@code {exact}}. */
    public static Range of(Fields fields) {
        fields.allowOnly(Set.of("min", "max", "exact"));
        if (fields.keys().isEmpty() || (fields.has("exact") && fields.keys().size() > 1)) {
            throw new MalformedAssertion("takes exact, or min and max");
        }
        if (fields.has("exact")) {
            return new Range(fields.count("exact"), fields.count("exact"));
        }
        Range range = new Range(bound(fields, "min"), bound(fields, "max"));
        if (range.min != null && range.max != null && range.min > range.max) {
            throw new MalformedAssertion("min is above max, so that nothing could pass");
        }
        return range;
    }

    /**
     * Whether a number is within them.
     *
     * @param counted what has that number, such as "the answer has 3 words"
     */
    public Finding finding(long number, String counted) {
        Map<String, Object> evidence = new HashMap<>(Map.of("count", number));
        if (min != null) {
            evidence.put("min", min);
        }
        if (max != null) {
            evidence.put("max", max);
        }
        return Finding.of(holds(number), counted + told(number), evidence);
    }

    private boolean holds(long number) {
        return (min == null || number >= min) && (max == null || number <= max);
    }

    private String told(long number) {
        if (min != null && min.equals(max)) {
            return holds(number) ? ", as many as expected" : ", not " + min;
        }
        if (min != null && number < min) {
            return ", fewer than " + min;
        }
        if (max != null && number > max) {
            return ", more than " + max;
        }
        return min == null ? ", at most " + max : ", at least " + min + (max == null ? "" : " and at most " + max);
    }

    private static @Nullable Integer bound(Fields fields, String key) {
        return fields.has(key) ? (Integer) fields.count(key) : null;
    }
}
