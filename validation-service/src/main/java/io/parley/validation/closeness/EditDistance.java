package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many symbols have to be inserted, removed or replaced to make one sequence of the other (Levenshtein 1966), 64 rows of the
 * table at a time (Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", 1999; Hyyrö 2003
 * for the distance of whole texts).
 */
final class EditDistance {

    private static final int ROWS = Long.SIZE;

    /** A column of 64 rows costs about 7 ns. */
    private static final int COLUMNS_OF_A_STEP = 4;

    private final int[] rows;
    private final int[] columns;
    private final long[] equal;
    private final byte[] deltas;

    /** @param symbols how many different ones the rows have; others are this number */
    private EditDistance(int[] rows, int[] columns, int symbols) {
        this.rows = rows;
        this.columns = columns;
        this.equal = new long[symbols + 1];
        this.deltas = new byte[columns.length];
    }

    static <T> int between(List<T> one, List<T> other, Effort effort) {
        List<T> shorter = one.size() <= other.size() ? one : other;
        List<T> longer = one.size() <= other.size() ? other : one;
        long blocks = (shorter.size() + ROWS - 1L) / ROWS;
        effort.spend(blocks * longer.size() / COLUMNS_OF_A_STEP + shorter.size() + longer.size());
        Map<T, Integer> symbols = new HashMap<>();
        int[] rows = shorter.stream()
                .mapToInt(symbol -> symbols.computeIfAbsent(symbol, unseen -> symbols.size()))
                .toArray();
        int[] columns = longer.stream()
                .mapToInt(symbol -> symbols.getOrDefault(symbol, symbols.size()))
                .toArray();
        return new EditDistance(rows, columns, symbols.size()).distance();
    }

    private int distance() {
        Arrays.fill(deltas, (byte) 1);
        for (int first = 0; first < rows.length; first += ROWS) {
            block(first, Math.min(rows.length, first + ROWS));
        }
        int distance = rows.length;
        for (byte delta : deltas) {
            distance += delta;
        }
        return distance;
    }

    /** Goes over all columns of some rows: takes the horizontal differences above them and leaves those of the last one. */
    private void block(int first, int end) {
        for (int row = first; row < end; row++) {
            equal[rows[row]] |= 1L << (row - first);
        }
        long last = 1L << (end - first - 1);
        long plus = -1;
        long minus = 0;
        for (int column = 0; column < columns.length; column++) {
            int above = deltas[column];
            long same = equal[columns[column]];
            long vertical = same | minus;
            long matched = above < 0 ? same | 1 : same;
            long horizontal = (((matched & plus) + plus) ^ plus) | matched;
            long up = minus | ~(horizontal | plus);
            long down = plus & horizontal;
            deltas[column] = (byte) ((up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0);
            up = (up << 1) | (above > 0 ? 1 : 0);
            down = (down << 1) | (above < 0 ? 1 : 0);
            plus = down | ~(vertical | up);
            minus = up & vertical;
        }
        for (int row = first; row < end; row++) {
            equal[rows[row]] = 0;
        }
    }
}
