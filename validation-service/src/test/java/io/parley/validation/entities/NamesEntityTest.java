package io.parley.validation.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Verdict;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.testing.Checking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesEntityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            date   | See you on 2025-05-03.                    | [2025-05-03]
            date   | See you on 3 May 2025, or May 4th.        | [2025-05-03, --05-04]
            date   | Am 3. Mai 2025, 03.06.2025 oder 7. März   | [2025-05-03, 2025-06-03, --03-07]
            date   | 12/24/2025 or 24/12/2025                  | [2025-12-24, 2025-12-24]
            date   | the 2nd of february 2024                  | [2024-02-02]
            date   | Tomorrow or on Friday                     | [tomorrow, friday]
            date   | 2025-02-30, 31.11.2025 and 13/13/2025     | []
            date   | You may pay 3 euros, version 1.2.3        | []
            date   | ``                                        | []
            date   | {"date": "2025-05-03                      | [2025-05-03]
            time   | at 18:00 or 6:30 pm, 7am, 12 a.m.         | [18:00, 18:30, 07:00, 00:00]
            time   | um 18 Uhr, 18.30 Uhr, 7 Uhr 15            | [18:00, 18:30, 07:15]
            time   | at noon, five o'clock, 5 o'clock          | [12:00, 05:00]
            time   | 25:00, 12:61, 13 pm, 18.30                | []
            time   | ２３:５９                                  | []
            time   | ``                                        | []
            time   | It takes 18 minutes                       | []
            time   | midnight                                  | [00:00]
            number | 42, -7, 3.14 and 1,200                    | [42, -7, 3.14, 1200]
            number | 1.234.567,89 or 1,234,567.89              | [1234567.89, 1234567.89]
            number | 12,50 and 12.50 and 007                   | [12.5, 12.5, 7]
            number | Two of three, twelve monkeys              | [2, 3, 12]
            number | someone, nobody, tens                     | []
            number | x² ½ Ⅷ                                    | []
            number | ``                                        | []
            number | {"n": [1, 2                               | [1, 2]
            amount | $12.50, 12,50 €, EUR 7                    | [12.5 USD, 12.5 EUR, 7 EUR]
            amount | 5 dollars, 1 euro, 3 pounds, £1,000       | [5 USD, 1 EUR, 3 GBP, 1000 GBP]
            amount | 20 Franken, 100 yen, CHF 5, 7 usd         | [20 CHF, 100 JPY, 5 CHF, 7 USD]
            amount | 0.00 €                                    | [0 EUR]
            amount | 12 apples                                 | []
            amount | ``                                        | []
            amount | 5 eurostars                               | []
            amount | {"price": "€9.99                          | [9.99 EUR]
            place  | The weather in Berlin and New York        | [Berlin, New York]
            place  | Von München nach Zürich über Österreich   | [München, Zürich, Österreich]
            place  | Germany's capital, São Paulo, Japan.      | [Germany, Japan]
            place  | berlin, nowhere, Newtown                  | []
            place  | Rio de Janeiro and The Hague              | [Rio de Janeiro, The Hague]
            place  | ``                                        | []
            place  | 東京                                       | []
            place  | {"city": "Oslo                            | [Oslo]
            person | I am Anna Schmidt.                        | [Anna Schmidt]
            person | Dr. Who, Mrs Jones and Herr Müller        | [Who, Jones, Müller]
            person | John called Mary Ann Evans yesterday      | [John, Mary Ann Evans]
            person | Peter's order. Paul, Emma                 | [Peter, Paul, Emma]
            person | mr smith, anna                            | []
            person | ``                                        | []
            person | Żaneta Nowak                              | []
            person | {"name": "Anna                            | [Anna]
            """)
    void entities_are_found_and_brought_into_one_form(String kind, String answer, String values) {
        assertThat(EntityKind.of(kind).find(answer).stream().map(Entity::value).toList())
                .hasToString(values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type': 'date'}                                 | on 3 May 2025       | PASS | the answer names the date "2025-05-03": "on 3 May 2025"
            {'type': 'date'}                                 | some day            | FAIL | the answer names no date: "some day"
            {'type': 'date', 'equals': 'May 3, 2025'}        | on 2025-05-03       | PASS | the answer names the date "2025-05-03": "on 2025-05-03"
            {'type': 'date', 'equals': '2025-05-04'}         | on 2025-05-03       | FAIL | the answer names the date "2025-05-03", not "2025-05-04": "on 2025-05-03"
            {'type': 'time', 'equals': '6 pm'}               | um 18 Uhr           | PASS | the answer names the time "18:00": "um 18 Uhr"
            {'type': 'number', 'equals': 1200}               | it is 1,200.00      | PASS | the answer names the number "1200": "it is 1,200.00"
            {'type': 'number', 'equals': 1.50}               | it is 1,5           | PASS | the answer names the number "1.5": "it is 1,5"
            {'type': 'number', 'count': 2}                   | 1 and 2             | PASS | the answer names the numbers "1", "2": "1 and 2"
            {'type': 'number', 'count': 2}                   | 1                   | FAIL | the answer names the number "1", not 2 times: "1"
            {'type': 'number', 'count': 0}                   | none                | PASS | the answer names no number: "none"
            {'type': 'number', 'equals': 7, 'count': 1}      | 7 of 9              | PASS | the answer names the numbers "7", "9": "7 of 9"
            {'type': 'number', 'equals': 7, 'count': 1}      | 7 of 7              | FAIL | the answer names the numbers "7", "7", not "7" once: "7 of 7"
            {'type': 'amount', 'equals': '12.5 EUR'}         | 12,50 €             | PASS | the answer names the amount "12.5 EUR": "12,50 €"
            {'type': 'place', 'equals': 'berlin'}            | in Berlin           | PASS | the answer names the place "Berlin": "in Berlin"
            {'type': 'person', 'equals': 'Anna'}             | Anna Schmidt        | FAIL | the answer names the person "Anna Schmidt", not "Anna": "Anna Schmidt"
            """)
    void what_is_named_is_compared_and_counted(String entity, String answer, Verdict verdict, String reason) {
        Finding finding = Checking.check("{'entity': " + entity + "}", answer);

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(Checking.check("{'not': {'entity': " + entity + "}}", answer).verdict())
                .isEqualTo(verdict == Verdict.PASS ? Verdict.FAIL : Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "time", "number", "amount", "place", "person"})
    @Timeout(20)
    void a_huge_answer_takes_no_time_to_speak_of(String kind) {
        Checking.check("{'entity': {'type': '" + kind + "'}}", "1".repeat(1 << 20));
        Checking.check("{'entity': {'type': '" + kind + "'}}", "New York 1.2.3 ".repeat(70_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'colour'}",
                "{}",
                "{'type': 'date', 'equals': ''}",
                "{'type': 'date', 'count': -1}",
                "{'type': 'date', 'value': 'x'}"
            })
    void what_nobody_can_check_is_malformed(String entity) {
        assertThatThrownBy(() -> Checking.read("{'entity': " + entity + "}")).isInstanceOf(MalformedAssertion.class);
    }

    @Test
    void what_is_expected_in_no_known_form_is_compared_as_it_stands() {
        assertThat(Checking.check("{'entity': {'type': 'date', 'equals': 'Easter'}}", "2025-05-03")
                        .reason())
                .isEqualTo("the answer names the date \"2025-05-03\", not \"Easter\": \"2025-05-03\"");
    }
}
