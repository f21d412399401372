package io.parley.run.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Conversation;
import io.parley.platform.json.WireFormat;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.run.foreign.SourceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuiteDataTest {

    private static final ObjectMapper JSON = WireFormat.mapper();

    private static final String OF_CITIES = """
            parley: 1
            name: Weather
            cases:
              - name: forecast
                data: data/cities.csv
                vars: {unit: [C, F]}
                turns: [{user: "{{city}} in {{unit}}?"}]
            """;

    @Test
    void a_case_is_held_once_for_each_row_of_a_csv_file_whose_values_are_texts() throws JsonProcessingException {
        SuiteFile suite =
                read(OF_CITIES, Map.of("data/cities.csv", "city,zip\r\n\"Halle, Saale\",06108\r\nOslo,0150\r\n"));

        assertThat(vars(suite))
                .containsExactly(
                        Map.of("city", "Halle, Saale", "zip", "06108", "unit", "C"),
                        Map.of("city", "Halle, Saale", "zip", "06108", "unit", "F"),
                        Map.of("city", "Oslo", "zip", "0150", "unit", "C"),
                        Map.of("city", "Oslo", "zip", "0150", "unit", "F"));
        assertThat(suite.totals().cases()).isEqualTo(4);
    }

    @Test
    void rows_of_json_lines_keep_numbers_and_truth() throws JsonProcessingException {
        SuiteFile suite =
                read("""
                parley: 1
                name: Orders
                cases:
                  - {name: order, data: ./orders.jsonl, turns: [{user: "order {{id}}"}]}
                """, Map.of("orders.jsonl", "{\"id\": 42, \"paid\": true}\n\n{\"id\": 4.5, \"paid\": false}\n"));

        assertThat(vars(suite)).containsExactly(Map.of("id", 42, "paid", true), Map.of("id", 4.5, "paid", false));
    }

    @Test
    void rows_can_stand_in_the_suite() throws JsonProcessingException {
        SuiteFile suite = read("""
                parley: 1
                name: Weather
                cases:
                  - name: forecast
                    data: [{city: Berlin, days: 3}, {city: Oslo}]
                    turns: [{user: "{{city}}?"}]
                  - {name: other, turns: [{user: hi}]}
                """, Map.of());

        assertThat(vars(suite)).containsExactly(Map.of("city", "Berlin", "days", 3), Map.of("city", "Oslo"), Map.of());
    }

    @Test
    void a_file_that_was_not_sent_along_is_told_with_what_to_do() {
        FieldError mistake = mistakes(OF_CITIES, Map.of()).getFirst();

        assertThat(mistake.field()).isEqualTo("/cases/0/data");
        assertThat(mistake.line()).isEqualTo(5);
        assertThat(mistake.message())
                .contains("data/cities.csv")
                .contains("not sent along")
                .contains("parley import");
    }

    @Test
    void mistakes_in_a_file_are_told_once_with_its_name_and_their_lines() {
        String table = "city,message,days\nBerlin,x\n\"Oslo,1,2\n";
        String suite = OF_CITIES + "  - {name: again, data: data/cities.csv, turns: [{user: hi}]}\n";

        assertThat(mistakes(suite, Map.of("data/cities.csv", table)))
                .extracting(FieldError::message)
                .containsExactly(
                        "line 3 of data/cities.csv: a quote is opened here and never closed",
                        "line 2 of data/cities.csv: has 2 values, but the first line names 3 columns; a value with a comma or a line break needs quotes",
                        "line 3 of data/cities.csv: has 1 values, but the first line names 3 columns; a value with a comma or a line break needs quotes");
    }

    @Test
    void values_and_names_that_variables_cannot_have_are_told_with_their_lines() {
        String suite = OF_CITIES.replace(".csv", ".jsonl");
        String rows =
                "{\"city\": \"a\"}\n{\"city\": null}\n{\"city\": [1]}\n{\"secrets\": 1}\n[1]\n{\"a b\": 1}\n{x}\n";

        assertThat(mistakes(suite, Map.of("data/cities.jsonl", rows)))
                .extracting(mistake -> mistake.message().replaceFirst("( must|, but no object| object:).*", ""))
                .containsExactly(
                        "line 5 of data/cities.jsonl: is JSON",
                        "line 7 of data/cities.jsonl: is no JSON",
                        "line 2 of data/cities.jsonl: 'city'",
                        "line 3 of data/cities.jsonl: 'city'",
                        "line 4 of data/cities.jsonl: the column 'secrets'",
                        "line 6 of data/cities.jsonl: the column 'a b'");
    }

    @Test
    void a_name_in_vars_and_in_data_is_refused_where_it_stands_in_vars() {
        List<FieldError> mistakes = mistakes(OF_CITIES, Map.of("data/cities.csv", "city,unit\nOslo,C\n"));

        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.field()).isEqualTo("/cases/0/vars/unit");
            assertThat(mistake.line()).isEqualTo(6);
            assertThat(mistake.message()).contains("not in both");
        });
    }

    @Test
    void files_of_another_kind_or_without_rows_are_refused() {
        assertThat(mistakes(OF_CITIES.replace(".csv", ".xlsx"), Map.of("data/cities.xlsx", "x")))
                .extracting(FieldError::message)
                .containsExactly(
                        "names data/cities.xlsx, which must be a file of CSV (.csv) or of JSON Lines (.jsonl)");
        assertThat(mistakes(OF_CITIES, Map.of("data/cities.csv", "city\n")))
                .extracting(FieldError::message)
                .containsExactly("names data/cities.csv, which holds no rows");
    }

    @Test
    void what_is_no_row_in_the_suite_is_refused_by_the_schema() {
        List<FieldError> mistakes = mistakes("""
                parley: 1
                name: S
                cases:
                  - {name: a, data: [], turns: [{user: hi}]}
                  - {name: b, data: 7, turns: [{user: hi}]}
                  - {name: c, data: [x], turns: [{user: hi}]}
                  - {name: d, data: [{city: [Oslo]}], turns: [{user: hi}]}
                  - {name: e, data: [{1a: x}], turns: [{user: hi}]}
                """, Map.of());

        assertThat(mistakes).extracting(FieldError::line).containsExactly(4, 5, 6, 7, 8);
    }

    @Test
    void rows_count_towards_what_a_suite_may_multiply_to() {
        String rows = IntStream.rangeClosed(0, 50_000).mapToObj(n -> n + "\n").collect(Collectors.joining());

        assertThat(mistakes(OF_CITIES, Map.of("data/cities.csv", "city\n" + rows)))
                .extracting(FieldError::message)
                .containsExactly("multiply to 100002 executions; a suite has at most 100000");
    }

    @Test
    void the_files_of_a_suite_hold_no_more_values_together_than_one_may() {
        String suite = OF_CITIES + "  - {name: more, data: more.csv, turns: [{user: hi}]}\n";
        Map<String, String> files =
                Map.of("data/cities.csv", "a\n" + "1\n".repeat(300_000), "more.csv", "a\n" + "1\n".repeat(200_000));

        assertThat(mistakes(suite, files))
                .extracting(FieldError::message)
                .contains("makes the files of the suite hold more than 400000 values together; split it");
    }

    @Test
    void other_rows_make_another_revision() {
        SuiteFile one = read(OF_CITIES, Map.of("data/cities.csv", "city\nOslo\n"));
        SuiteFile same = read(OF_CITIES, Map.of("data/cities.csv", "city\nOslo\n", "data/other.csv", "x\n1\n"));
        SuiteFile other = read(OF_CITIES, Map.of("data/cities.csv", "city\nBerlin\n"));

        assertThat(same.hash()).isEqualTo(one.hash());
        assertThat(other.hash()).isNotEqualTo(one.hash());
    }

    @Test
    void files_are_found_from_the_folder_of_the_suite() {
        SourceFiles files =
                new SourceFiles(Map.of("suites/weather.yaml", OF_CITIES, "suites/data/cities.csv", "city\nOslo\n"));

        SuiteFile suite = SuiteFile.read(SuiteText.among(files, "suites/weather.yaml"), Refusals.RULES);

        assertThat(suite.totals().cases()).isEqualTo(2);
    }

    private static List<Map<String, Object>> vars(SuiteFile suite) throws JsonProcessingException {
        List<Map<String, Object>> vars = new ArrayList<>();
        for (Case each : suite.cases().toList()) {
            vars.add(JSON.readValue(each.conversation(), Conversation.class).vars());
        }
        return vars;
    }

    private static SuiteFile read(String suite, Map<String, String> beside) {
        return SuiteFile.read(new SuiteText(suite, "", new SourceFiles(beside), ""), Refusals.RULES);
    }

    private static List<FieldError> mistakes(String suite, Map<String, String> beside) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(suite, beside));
        return Objects.requireNonNull(problem.body("test").errors());
    }
}
