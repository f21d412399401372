package io.parley.run.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void an_amount_is_the_same_however_it_is_written() {
        Budget budget = cost("1e3");

        assertThat(budget).isEqualTo(cost("1000")).isEqualTo(cost("1000.00"));
        assertThat(budget.cost()).hasToString("1000");
        assertThat(cost("2.50").cost()).hasToString("2.5");
    }

    @Test
    void an_amount_that_is_no_budget_is_not_written_out() {
        assertThat(cost("1e999999999").cost()).hasToString("1E+999999999");
    }

    @Test
    void time_is_told_to_the_millisecond() {
        assertThat(new Budget(Duration.ofNanos(1_500_999_999), null, null).time())
                .isEqualTo(Duration.ofMillis(1_500));
    }

    private static Budget cost(String amount) {
        return new Budget(null, null, new BigDecimal(amount));
    }
}
