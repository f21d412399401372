package io.parley.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceTest {

    @Test
    void every_problem_is_named_at_once() {
        var environment = Map.of(
                "PARLEY_BROKER_URL", "http://broker",
                "PARLEY_MASTER_KEY", "c2hvcnQ=",
                "PARLEY_REDDIS_URL", "redis://cache",
                "HOME", "/root");

        var problems = Service.problems(Set.of(Setting.BROKER_URL, Setting.DATABASE_URL), environment);

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "PARLEY_DATABASE_URL is missing",
                        "PARLEY_BROKER_URL must be an address such as amqp://user:password@host:5672/vhost",
                        "PARLEY_MASTER_KEY must be base64 of 32 random bytes",
                        "PARLEY_REDDIS_URL is no setting of Parley; is it misspelt?");
    }

    @Test
    void right_settings_are_no_problem() {
        var environment = Map.of(
                "PARLEY_BROKER_URL", "amqp://user:word@127.0.0.1:5672/parley",
                "PARLEY_HTTP_PORT", "0",
                "PARLEY_TRACES_RATIO", "0.25");

        assertThat(Service.problems(Set.of(Setting.BROKER_URL), environment)).isEmpty();
    }

    @Test
    void a_value_that_is_no_number_is_a_problem_and_no_crash() {
        assertThat(Service.problems(Set.of(), Map.of("PARLEY_HTTP_PORT", "eighty")))
                .containsExactly("PARLEY_HTTP_PORT must be a port from 0 to 65535");
    }

    @Test
    void what_says_how_mails_are_sent_is_checked_too() {
        var environment =
                Map.of("PARLEY_MAIL_FROM", "nobody", "PARLEY_MAIL_START_TLS", "maybe", "PARLEY_MAIL_HOST", "mail");

        assertThat(Service.problems(Set.of(), environment))
                .containsExactly(
                        "PARLEY_MAIL_FROM must be an address such as parley@example.com",
                        "PARLEY_MAIL_START_TLS must be REQUIRED, OPTIONAL or DISABLED");
    }

    @Test
    void services_behind_the_gateway_may_have_several_addresses() {
        var several = Map.of(
                "PARLEY_RUN_URL", "http://run-1:9002,https://run-2:9002",
                "PARLEY_AUTH_INSTANCES", "http://auth-1:9001,http://auth-2:9001");
        var wrong = Map.of(
                "PARLEY_RUN_URL", "http://run-1:9002,",
                "PARLEY_VALIDATION_URL", "http://v-1:9004, http://v-2:9004",
                "PARLEY_AUTH_URL", "http://auth-1:9001,http://auth-2:9001");

        assertThat(Service.problems(Set.of(), several)).isEmpty();
        assertThat(Service.problems(Set.of(), wrong))
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .containsExactly("PARLEY_AUTH_URL", "PARLEY_RUN_URL", "PARLEY_VALIDATION_URL");
    }
}
