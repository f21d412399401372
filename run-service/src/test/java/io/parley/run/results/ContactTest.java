package io.parley.run.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Checks;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.Failure;
import io.parley.contracts.RunId;
import io.parley.contracts.TargetId;
import io.parley.contracts.Transcript;
import io.parley.contracts.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    private static final Exchange ANSWERED = new Exchange("hi", "ho", 200, Duration.ZERO, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target-status",
                "target-failed",
                "tool-rounds-exceeded",
                "answer-not-json",
                "capture-missing",
                "capture-too-costly"
            })
    void a_failure_that_tells_of_an_answer_is_one_of_a_target_that_is_there(String code) {
        assertThat(contact(List.of(), code)).isEqualTo(Contact.REACHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"turn-timeout", "secret-unreadable", "template-invalid"})
    void what_happened_before_any_answer_tells_nothing_but_one_answered_turn_does(String code) {
        assertThat(contact(List.of(), code)).isEqualTo(Contact.UNKNOWN);
        assertThat(contact(List.of(ANSWERED), code)).isEqualTo(Contact.REACHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"target-unreachable", "target-unresolved", "target-tls-failed"})
    void a_target_that_goes_away_after_an_answer_is_away(String code) {
        assertThat(contact(List.of(ANSWERED), code)).isEqualTo(Contact.MISSED);
    }

    @Test
    void a_conversation_that_was_held_reached_its_target() {
        assertThat(Contact.of(completed(List.of(ANSWERED), null, false))).isEqualTo(Contact.REACHED);
        assertThat(Contact.of(completed(List.of(ANSWERED), null, true)))
                .as("a recording")
                .isEqualTo(Contact.UNKNOWN);
        assertThat(Contact.of(completed(List.of(ANSWERED.fromCache()), null, false)))
                .as("answers from earlier alone")
                .isEqualTo(Contact.UNKNOWN);
    }

    private static Contact contact(List<Exchange> exchanges, String code) {
        return Contact.of(completed(exchanges, new Failure(code, "why"), false));
    }

    private static ExecutionCompleted completed(List<Exchange> exchanges, @Nullable Failure failure, boolean recorded) {
        UUID id = UUID.randomUUID();
        return new ExecutionCompleted(
                new ExecutionId(id),
                1,
                new RunId(id),
                new WorkspaceId(id),
                new TargetId(id),
                "case",
                new Transcript(Instant.EPOCH, Duration.ZERO, exchanges, failure),
                new Checks(List.of(), List.of(), null),
                recorded,
                null);
    }
}
