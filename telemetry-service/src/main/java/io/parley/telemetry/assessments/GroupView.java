package io.parley.telemetry.assessments;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Subjects together.
 *
 * @param subjects how many were asked for
 * @param assessed of how many there is evidence
 * @param skills in the order of their paths
 */
record GroupView(int subjects, long assessed, List<GroupSkill> skills) {

    /**
     * A skill in the subjects of which there is evidence for it.
     *
     * @param subjects how many these are
     * @param mean of their masteries
     * @param deviation standard deviation of their masteries, with {@code n − 1}; absent of one subject alone
     * @param lowest the lowest of their masteries
     * @param highest the highest of their masteries
     */
    record GroupSkill(
            String skill,
            long subjects,
            double mean,
            @Nullable Double deviation,
            double lowest,
            double highest) {

        private static GroupSkill of(String skill, List<Row> rows) {
            DoubleSummaryStatistics masteries =
                    rows.stream().mapToDouble(Row::mastery).summaryStatistics();
            return new GroupSkill(
                    skill,
                    masteries.getCount(),
                    masteries.getAverage(),
                    rows.size() < 2 ? null : deviation(rows, masteries.getAverage()),
                    masteries.getMin(),
                    masteries.getMax());
        }

        private static double deviation(List<Row> rows, double mean) {
            double squares = rows.stream()
                    .mapToDouble(row -> (row.mastery() - mean) * (row.mastery() - mean))
                    .sum();
            return Math.sqrt(squares / (rows.size() - 1));
        }
    }

    static GroupView of(List<List<Row>> rowsOfSubjects) {
        Map<String, List<Row>> bySkill = rowsOfSubjects.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Row::skill, TreeMap::new, Collectors.toList()));
        return new GroupView(
                rowsOfSubjects.size(),
                rowsOfSubjects.stream().filter(rows -> !rows.isEmpty()).count(),
                bySkill.entrySet().stream()
                        .map(skill -> GroupSkill.of(skill.getKey(), skill.getValue()))
                        .toList());
    }
}
