package io.parley.run.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void values_in_quotes_hold_commas_quotes_and_ends_of_lines() {
        Csv csv = Csv.read("\uFEFFa,\"b\"\"c\",\r\n\"d\r\ne\",\"\",\"f,g\"\n\nh,i,j");

        assertThat(csv.mistakes()).isEmpty();
        assertThat(csv.records())
                .containsExactly(
                        new CsvRecord(1, List.of("a", "b\"c", "")),
                        new CsvRecord(2, List.of("d\r\ne", "", "f,g")),
                        new CsvRecord(5, List.of("h", "i", "j")));
    }

    @Test
    void a_quote_that_is_never_closed_is_told_where_it_was_opened() {
        assertThat(Csv.read("a,b\nc,\"d\ne\nf").mistakes())
                .containsExactly(new Mistake(2, "a quote is opened here and never closed"));
    }

    @Test
    void what_stands_behind_a_closing_quote_is_told_with_its_line() {
        assertThat(Csv.read("a\n\"b\"c,d\n").mistakes())
                .extracting(Mistake::line)
                .containsExactly(2);
    }

    @Test
    void the_first_line_of_a_table_names_its_columns() {
        Rows rows = Rows.csv("city,zip\nOslo,0150\n");

        assertThat(rows.mistakes()).isEmpty();
        assertThat(rows.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.values()).hasToString("{\"city\":\"Oslo\",\"zip\":\"0150\"}");
        });
    }

    @Test
    void columns_of_one_name_and_rows_of_another_length_are_mistakes() {
        assertThat(Rows.csv("a,b,a\n1,2\n").mistakes())
                .containsExactly(
                        new Mistake(1, "two columns are called 'a'"),
                        new Mistake(
                                2,
                                "has 2 values, but the first line names 3 columns; a value with a comma or a line break needs quotes"));
    }

    @Test
    void every_line_of_json_lines_is_an_object() {
        Rows rows = Rows.jsonLines("{\"a\": 1}\n\n{\"a\": {\"b\": [2]}}\n[3]\n{\"a\": 1} x\n{\"a\": 1, \"a\": 2}\n");

        assertThat(rows.rows()).extracting(Row::line).containsExactly(1, 3);
        assertThat(rows.mistakes()).extracting(Mistake::line).containsExactly(4, 5, 6);
    }

    @Test
    void of_very_many_mistakes_the_first_hundred_are_told() {
        assertThat(Rows.jsonLines("x\n".repeat(500)).mistakes()).hasSize(100);
    }

    @Test
    void a_file_of_more_values_than_memory_is_meant_for_is_told_where_it_has_too_many() {
        Rows csv = Rows.csv("a,b\n" + "1,2\n".repeat(300_000));
        Rows lines = Rows.jsonLines("{\"a\":1,\"b\":2}\n".repeat(300_000));

        assertThat(csv.mistakes())
                .containsExactly(new Mistake(200_002, "the file holds more than 400000 values; split it"));
        assertThat(csv.rows()).hasSize(200_000);
        assertThat(lines.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("more than 400000 values"));
    }
}
