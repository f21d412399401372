package io.parley.worker.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The shapes that targets report in; what has another shape is nothing. */
public final class ReportedShapes {

    /** More is no report of one answer. */
    private static final int MOST = 1_000;

    private static final int LONGEST_TEXT = 10_000;

    /** Beyond this, amounts are of no use, and written out they would be of any length. */
    private static final int MOST_DIGITS = 30;

    private ReportedShapes() {}

    /** A text of bearable length. */
    public static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).filter(text -> text.length() <= LONGEST_TEXT);
    }

    static Optional<Double> number(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.doubleValue())
                ? Optional.of(node.doubleValue())
                : Optional.empty();
    }

    static Optional<BigDecimal> amount(JsonNode node) {
        return number(node)
                .filter(amount -> amount >= 0)
                .map(amount -> node.decimalValue().stripTrailingZeros())
                .filter(amount -> amount.precision() <= MOST_DIGITS && Math.abs(amount.scale()) <= MOST_DIGITS);
    }

    /** A whole number from 0. */
    public static Optional<Long> count(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0
                ? Optional.of(node.longValue())
                : Optional.empty();
    }

    static Optional<Integer> smallCount(JsonNode node) {
        return count(node).filter(count -> count <= Integer.MAX_VALUE).map(Math::toIntExact);
    }

    /** All of them, or nothing: a list with gaps would tell what was not so. */
    static <T> Optional<List<T>> list(JsonNode node, Function<JsonNode, Optional<T>> shape) {
        if (!node.isArray() || node.size() > MOST) {
            return Optional.empty();
        }
        List<T> list = StreamSupport.stream(node.spliterator(), false)
                .map(shape)
                .flatMap(Optional::stream)
                .toList();
        return list.size() == node.size() ? Optional.of(list) : Optional.empty();
    }
}
