package io.parley.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cli.api.ComparedCase;
import io.parley.cli.api.Comparison;
import io.parley.cli.api.Comparison.Changes;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {

    private final ComparisonReport report = new ComparisonReport(Style.PLAIN);

    @Test
    void shows_how_many_cases_changed_whether_by_chance_and_which() {
        Comparison comparison = new Comparison(
                new Changes(1, 1, 2, 80, 3, 0, 4), "1 case newly fails, 1 is fixed: p = 1, within chance.");

        List<String> lines = report.lines(
                comparison,
                List.of(new ComparedCase("forecast", Map.of("city", "Oslo"))),
                List.of(new ComparedCase("greeting", Map.of())));

        assertThat(lines)
                .containsExactly(
                        "  1 newly failing | 1 fixed | 2 still failing | 80 still passing | 3 new | 4 undecided",
                        "  1 case newly fails, 1 is fixed: p = 1, within chance.",
                        "",
                        "  Newly failing",
                        "  x forecast {city=Oslo}",
                        "",
                        "  Fixed",
                        "  + greeting");
    }

    @Test
    void counts_those_that_are_not_listed() {
        Comparison comparison = new Comparison(new Changes(250, 0, 0, 0, 0, 0, 0), "250 cases newly fail.");
        ComparedCase compared = new ComparedCase("x".repeat(200), Map.of());

        List<String> lines = report.lines(comparison, Collections.nCopies(ComparisonReport.SHOWN, compared), List.of());

        assertThat(lines).last().isEqualTo("    and 230 more");
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Terminal.WIDTH));
        assertThat(lines).doesNotContain("  Fixed");
    }
}
