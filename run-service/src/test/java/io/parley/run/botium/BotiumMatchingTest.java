package io.parley.run.botium;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.testing.Scripts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the scripts compare as botium-core does. */
class BotiumMatchingTest {

    @ParameterizedTest(name = "{0}: \"{1}\" for \"{2}\"")
    @CsvSource(textBlock = """
            '',                       'Well, HELLO you',          hello,               true
            '',                       '<p>Hello<br/>&amp; bye</p>', 'hello & bye',     true
            '',                       hello,                      '!hello',            false
            '',                       goodbye,                    '!hello',            true
            '',                       good evening,               UTT,                 true
            '',                       good night,                 UTT,                 false
            '',                       good night,                 '!UTT',              true
            equals,                   hello,                      hello,               true
            equals,                   Hello,                      hello,               false
            equalsIgnoreCase,         Hello,                      hello,               true
            include,                  'Hello you',                hello,               false
            regexp,                   'order 42',                 'order \\d+$',       true
            regexp,                   'ORDER 42',                 'order \\d+',        false
            regexpIgnoreCase,         'ORDER 42',                 'order \\d+',        true
            wildcard,                 'your order 42 (of 3)',     'order * (of *)',    true
            wildcardExact,            'your order 42',            'order *',           false
            wildcardExactIgnoreCase,  'ORDER 42',                 'order *',           true
            '',                       'a+b',                      'TEXT_WILDCARD_ANY a+b|c', true
            '',                       'A and B',                  'TEXT_CONTAINS_ALL_IC a|b', true
            '',                       'A and B',                  'TEXT_CONTAINS_ALL a|b',  false
            '',                       'x and y',                  '!TEXT_CONTAINS_ANY A|B', true
            '',                       'x and Y',                  '!TEXT_CONTAINS_ANY A|Y', false
            '',                       'order 7',                  'TEXT_REGEXP_ALL \\d$|^o', true
            '',                       'hello',                    'TEXT hello|bye',    true
            '',                       'hello',                    'RESPONSE_LENGTH 5', true
            '',                       'hellos',                   'RESPONSE_LENGTH 5', false
            """)
    void answers_are_compared_by_the_matching_mode(String mode, String answer, String bot, boolean passes) {
        String capabilities = mode.isEmpty() ? "" : "\"SCRIPTING_MATCHING_MODE\": \"" + mode + "\"";

        JsonNode turns = turns("#me\nhi\n#bot\n" + bot, capabilities);

        assertThat(Scripts.evaluate(script(turns, 0), answer)).isEqualTo(passes);
    }

    @Test
    void variables_are_heard_in_answers_and_known_in_later_ones() {
        JsonNode turns = turns("#me\na\n#bot\nyour order is $order now\n#me\nb\n#bot\nfind $order here\n", "");

        assertThat(Scripts.evaluate(script(turns, 0), "Your order is A7 now")).isFalse();
        assertThat(Scripts.evaluate(script(turns, 0), "ah, your order is A7 now"))
                .isTrue();
        assertThat(Scripts.evaluate(script(turns, 1), "your order is A7 now", "we find a7 here"))
                .isTrue();
        assertThat(Scripts.evaluate(script(turns, 1), "your order is A7 now", "we find B8 here"))
                .isFalse();
    }

    @Test
    void a_variable_heard_in_an_answer_cannot_be_said() {
        JsonNode turns = turns("#me\na\n#bot\nyour order is $order\n#me\ncancel $order\n", "");

        assertThat(turns.at("/1/expect/0/unsupported").asText()).startsWith("$order in what the user says");
    }

    @Test
    void without_scripting_memory_names_are_texts() {
        JsonNode turns = turns("#me\n$year\n#bot\nit is $year\n", "\"SCRIPTING_ENABLE_MEMORY\": false");

        assertThat(turns.at("/0/user").asText()).isEqualTo("$year");
        assertThat(Scripts.evaluate(script(turns, 0), "it is $year")).isTrue();
        assertThat(Scripts.evaluate(script(turns, 0), "it is 2026")).isFalse();
    }

    @Test
    void captured_values_stand_in_scripts_as_values() {
        JsonNode turns =
                turns("#me\na\n#bot\nok\nASSIGN_SCRIPTING_MEMORY id|$.sourceData.id\n#me\nb\n#bot\nid \"$id\"!\n", "");
        String rendered = script(turns, 1).replace("{{ id | dump }}", "[4, \"2\"]");

        assertThat(Scripts.evaluate(rendered, "ok", "id \"4,2\"!")).isTrue();
    }

    @Test
    void values_of_paths_are_captured_and_compared() {
        JsonNode turns = turns(
                "#me\na\n#bot\nJSON_PATH $.order.state|shipped\n!JSON_PATH $.order['x']|y\nJSON_PATH_COUNT $.items|>1\n",
                "");
        String first = script(turns, 0);
        String third = turns.at("/0/expect/2/javascript").asText();

        assertThat(turns.at("/0/capture").toString())
                .isEqualTo("{\"botium_value_1\":{\"json-path\":\"$.order.state\"},"
                        + "\"botium_value_2\":{\"json-path\":\"$.order['x']\"},"
                        + "\"botium_value_3\":{\"json-path\":\"$.items\"}}");
        assertThat(Scripts.evaluate(first.replace("{{ botium_value_1 | dump }}", "\"Shipped today\""), "x"))
                .isTrue();
        assertThat(Scripts.evaluate(first.replace("{{ botium_value_1 | dump }}", "{\"a\": 1}"), "x"))
                .isFalse();
        assertThat(Scripts.evaluate(third.replace("{{ botium_value_3 | dump }}", "[1, 2]"), "x"))
                .isTrue();
        assertThat(Scripts.evaluate(third.replace("{{ botium_value_3 | dump }}", "[1]"), "x"))
                .isFalse();
    }

    private static JsonNode turns(String convo, String capabilities) {
        return new BotiumFormat()
                .read(new SourceFiles(Map.of(
                        "a.convo.txt", "a\n" + convo,
                        "utt.utterances.txt", "UTT\ngood morning\ngood evening\n",
                        "botium.json", "{\"botium\": {\"Capabilities\": {" + capabilities + "}}}")))
                .getFirst()
                .suite()
                .at("/cases/0/turns");
    }

    private static String script(JsonNode turns, int turn) {
        return turns.get(turn).at("/expect/0/javascript").asText();
    }
}
