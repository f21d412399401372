package io.parley.telemetry.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every value was computed by hand. Events are written as {@code seconds type [text | item [right]]}. */
class FeaturesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-05-10T12:00:00Z");
    private static final Set<String> OF_ITEMS = Set.of("item.started", "item.attempted");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /durationMs | 0 a; 1.5 b; 10 c                                                         | 10000
        /durationMs | 0 a                                                                      |
        /activeMs   | 0 a; 10 b; 70 c; 130.001 d; 131 e                                        | 70999
        /activeMs   | 0 a; 100 b                                                               | 0
        /activeMs   | 0 a                                                                      |
        /eventsByType/a | 0 a; 1 b; 2 a                                                        | 2
        /eventsByType/b | 0 a                                                                  |
        /turns      | 0 user.message; 1 user.message; 2 assistant.message; 3 assistant.message; 4 user.correction | 1
        /turns      | 0 user.message                                                           | 0
        /turns      | 0 assistant.message                                                      |
        /gapMs/median | 0 a; 1 b; 3 c; 6 d; 10 e                                               | 2000
        /gapMs/p90  | 0 a; 1 b; 3 c; 6 d; 10 e                                                 | 4000
        /gapMs/p90  | 0 a; 1 b; 3 c; 6 d; 10 e; 15 f; 21 g; 28 h; 36 i; 45 j; 55 k             | 9000
        /gapMs      | 0 a                                                                      |
        """)
    void time_and_turns(String feature, String events, String expected) {
        check(feature, events, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /responseMs/median | 0 user.message; 1 assistant.message; 2 user.message; 5 assistant.message; 6 user.message; 8 assistant.message | 2000
        /responseMs/p90 | 0 user.message; 1 assistant.message; 2 user.message; 5 assistant.message; 6 user.message; 8 assistant.message | 3000
        /responseMs/p99 | 0 user.message; 0.25 assistant.message; 9 assistant.message          | 250
        /responseMs/median | 0 user.message; 4 user.message; 5 assistant.message               | 1000
        /responseMs | 0 user.message; 1 assistant.error                                        |
        /errorRate  | 0 user.message; 1 assistant.error; 2 assistant.error; 3 user.message; 4 assistant.message; 5 user.correction; 6 user.message | 0.25
        /errorRate  | 0 user.message; 1 assistant.message                                      | 0
        /errorRate  | 0 assistant.error                                                        |
        /repeatRate | 0 user.message Book a table; 1 user.message book a TABLE!; 2 user.message for two; 3 user.message cancel it; 4 user.message it, cancel | 0.5
        /repeatRate | 0 user.message one two three four five; 1 user.message one two three four | 1
        /repeatRate | 0 user.message one two three four; 1 user.message one two three          | 0
        /repeatRate | 0 user.message ?!; 1 user.message ?!                                     | 0
        /repeatRate | 0 user.message hello; 1 assistant.message hello; 2 user.message          |
        /correctionRate | 0 user.message; 1 user.correction; 2 user.message; 3 user.message; 4 user.message | 0.2
        /correctionRate | 0 a                                                                  |
        /bargeIns   | 0 assistant.message; 1 user.interruption; 2 assistant.message; 3 user.interruption | 2
        /bargeIns   | 0 assistant.message                                                      | 0
        /bargeIns   | 0 user.interruption                                                      |
        /abandoned  | 0 user.message; 1 assistant.message; 2 user.message                      | true
        /abandoned  | 0 user.message; 1 assistant.message                                      | false
        /abandoned  | 0 user.message; 1 session.ended                                          | false
        /abandoned  | 0 item.attempted a; 1 item.attempted b right                             | false
        /abandoned  | 0 item.attempted b right; 1 item.attempted a                             | true
        /abandoned  | 0 item.attempted a right; 1 item.attempted a                             | false
        /abandoned  | 0 item.started a                                                         |
        """)
    void conversation(String feature, String events, String expected) {
        check(feature, events, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /hints      | 0 item.started a; 1 hint.given; 2 hint.given                             | 2
        /hints      | 0 item.started a                                                         | 0
        /hints      | 0 hint.given                                                             |
        /items/0/item | 0 item.started b; 1 item.attempted a                                   | b
        /items/1/attempts | 0 item.started b; 1 item.attempted a; 2 item.attempted b; 3 item.attempted a right | 2
        /items/0/solvedAtFirst | 0 item.attempted a; 1 item.attempted a right                  | false
        /items/0/solved | 0 item.attempted a; 1 item.attempted a right                         | true
        /items/0/solvedAtFirst | 0 item.started a                                              |
        /items/0/timeMs | 2 item.started a; 3 item.attempted a; 4 item.started a; 9.5 item.attempted a right | 7500
        /items/0/timeMs | 0 item.attempted a; 1 item.started a                                 |
        /firstTryRate | 0 item.attempted a right; 1 item.attempted b; 2 item.attempted b right; 3 item.attempted c; 4 item.started d; 5 item.attempted e right | 0.5
        /firstTryRate | 0 item.started a                                                       |
        /persistence | 0 item.attempted a; 1 item.attempted b; 2 item.attempted a; 3 item.attempted a right; 4 item.attempted c | 0.5
        /persistence | 0 item.attempted a; 1 item.attempted b right                            | 0
        /persistence | 0 item.attempted a right; 1 item.attempted a right                      |
        /timeOnTaskMs | 0 item.started a; 4 item.attempted a; 5 item.started b; 7 item.attempted b; 8 item.attempted c | 6000
        /timeOnTaskMs | 0 item.attempted a                                                     |
        """)
    void work_on_items(String feature, String events, String expected) {
        check(feature, events, expected);
    }

    @Test
    void nothing_has_no_features_but_its_numbers_of_nothing() {
        assertThat(json(List.of())).hasToString("{\"eventsByType\":{},\"items\":[]}");
    }

    private static void check(String feature, String events, String expected) {
        List<Happening> happenings = Arrays.stream(events.split(";", -1))
                .map(FeaturesTest::happening)
                .toList();

        JsonNode value = json(happenings).at(feature);

        if (expected == null) {
            assertThat(value.isMissingNode()).as(value.toString()).isTrue();
        } else if (value.isNumber()) {
            assertThat(value.decimalValue()).isEqualByComparingTo(new BigDecimal(expected));
        } else {
            assertThat(value.asText()).isEqualTo(expected);
        }
    }

    private static JsonNode json(List<Happening> events) {
        return JSON.valueToTree(Features.of(events));
    }

    private static Happening happening(String event) {
        String[] parts = event.strip().split(" ", 3);
        Instant at = START.plusMillis(new BigDecimal(parts[0]).movePointRight(3).longValueExact());
        String rest = parts.length > 2 ? parts[2] : null;
        if (rest == null || !OF_ITEMS.contains(parts[1])) {
            return new Happening(parts[1], at, rest, null, false);
        }
        return new Happening(parts[1], at, null, rest.split(" ", 2)[0], rest.endsWith(" right"));
    }
}
