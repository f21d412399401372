package io.parley.validation.agreement;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A square table of counts as parts of the whole, and what {@link Kappa} needs of it. Not a number without counts. */
final class Proportions {

    private final double[][] cells;
    private final double[] rows;
    private final double[] columns;
    private final long total;

    Proportions(long[][] counts) {
        int size = counts.length;
        cells = new double[size][size];
        rows = new double[size];
        columns = new double[size];
        total = Stream.of(counts).flatMapToLong(LongStream::of).sum();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                cells[row][column] = (double) counts[row][column] / total;
                rows[row] += cells[row][column];
                columns[column] += cells[row][column];
            }
        }
    }

    /** Part of the cases in which both raters agree. */
    double observed() {
        return categories().mapToDouble(each -> cells[each][each]).sum();
    }

    /** Part of the cases in which they would agree if each kept to its habits and knew nothing of the case. */
    double expected() {
        return categories().mapToDouble(each -> rows[each] * columns[each]).sum();
    }

    /** Of kappa, asymptotically. */
    double variance() {
        double observed = observed();
        double expected = expected();
        double rest = observed * expected - 2 * expected + observed;
        return (agreeing(observed, expected) + disagreeing(observed) - square(rest))
                / (total * square(square(1 - expected)));
    }

    private double agreeing(double observed, double expected) {
        return categories()
                .mapToDouble(each ->
                        cells[each][each] * square(1 - expected - (rows[each] + columns[each]) * (1 - observed)))
                .sum();
    }

    private double disagreeing(double observed) {
        double sum = categories()
                .mapToDouble(row -> categories()
                        .filter(column -> column != row)
                        .mapToDouble(column -> cells[row][column] * square(columns[row] + rows[column]))
                        .sum())
                .sum();
        return square(1 - observed) * sum;
    }

    private IntStream categories() {
        return IntStream.range(0, rows.length);
    }

    private static double square(double number) {
        return number * number;
    }
}
