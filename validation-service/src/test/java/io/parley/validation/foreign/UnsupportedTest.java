package io.parley.validation.foreign;

import static io.parley.validation.testing.Checking.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Verdict;
import io.parley.validation.assertions.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedTest {

    @ParameterizedTest
    @ValueSource(strings = {"{'unsupported': 'webhook'}", "{'not': {'unsupported': 'webhook'}}"})
    void what_is_unsupported_is_an_error_that_names_it_whatever_came(String assertion) {
        Finding finding = check(assertion, "anything");

        assertThat(finding.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(finding.reason()).contains("webhook");
    }
}
