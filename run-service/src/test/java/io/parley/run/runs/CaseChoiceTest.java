package io.parley.run.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseChoiceTest {

    @Test
    void a_text_is_looked_for_anywhere_in_the_name() {
        assertThat(pattern("refund")).isEqualTo("%refund%");
    }

    @Test
    void a_pattern_is_for_all_of_the_name() {
        assertThat(pattern("refund*")).isEqualTo("refund%");
        assertThat(pattern("*b?oking")).isEqualTo("%b_oking");
    }

    @Test
    void what_stands_for_something_in_the_database_stands_for_itself() {
        assertThat(pattern("100%")).isEqualTo("%100\\%%");
        assertThat(pattern("a_b\\*")).isEqualTo("a\\_b\\\\%");
    }

    @Test
    void without_a_filter_there_is_no_pattern() {
        assertThat(pattern(null)).isNull();
    }

    @Test
    void a_case_suits_as_it_would_in_the_database() {
        assertThat(suits("REFUND", "Refund for an angry customer")).isTrue();
        assertThat(suits("100%", "refund of 100%")).isTrue();
        assertThat(suits("b?ok*", "booking")).isTrue();
        assertThat(suits("*customer", "Refund for an angry customer")).isTrue();
        assertThat(suits("refund*", "no refund")).isFalse();
        assertThat(suits("a.c*", "abc")).isFalse();
        assertThat(suits("\\Ea*", "\\Eab")).isTrue();
    }

    @Test
    void a_case_needs_one_of_the_tags_and_a_name_that_suits_too() {
        CaseChoice choice = new CaseChoice("refund", List.of("smoke", "money"));

        assertThat(choice.suits("a refund", List.of("money", "slow"))).isTrue();
        assertThat(choice.suits("a refund", List.of("slow"))).isFalse();
        assertThat(choice.suits("small talk", List.of("money"))).isFalse();
    }

    @Test
    void the_same_tags_are_the_same_choice() {
        assertThat(new CaseChoice(null, List.of("slow", "fast", "slow")))
                .isEqualTo(new CaseChoice(null, List.of("fast", "slow")));
    }

    private static boolean suits(String filter, String name) {
        return new CaseChoice(filter, null).suits(name, List.of());
    }

    private static @Nullable String pattern(@Nullable String filter) {
        return new CaseChoice(filter, null).namePattern();
    }
}
