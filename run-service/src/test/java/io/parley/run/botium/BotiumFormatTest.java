package io.parley.run.botium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.testing.Schemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotiumFormatTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BotiumFormat format = new BotiumFormat();

    @Test
    void a_convo_is_a_case_and_what_the_user_says_a_turn() {
        ObjectNode suite = read(Map.of("greeting.convo.txt", """
                greeting
                says who it is

                #me
                hello {{you}}

                #bot
                INTENT greet
                INTENT_CONFIDENCE 70
                !BUTTONS
                BUTTONS_COUNT <=3
                CARDS Welcome|News

                #me
                who are you?
                really?

                #bot
                """));

        assertThat(suite).isEqualTo(json("""
                {"parley": 1, "name": "Botium convos", "cases": [{"name": "greeting", "turns": [
                  {"user": "hello {{ '{{' }}you}}", "expect": [
                    {"intent": "greet"},
                    {"confidence": {"at-least": 0.7}},
                    {"not": {"buttons": {"count": {"min": 1}}}},
                    {"buttons": {"count": {"max": 3}}},
                    {"cards": {"include": ["Welcome", "News"]}}]},
                  {"user": "who are you?\\nreally?", "expect": [{"length": {"min": 0}}]}]}]}
                """));
    }

    @Test
    void what_is_made_is_a_suite_as_the_schema_has_it() {
        ObjectNode suite = read(Map.of("order.convo.txt", """
                order
                #begin
                SET_SCRIPTING_MEMORY city|Oslo
                #me
                a pizza to $city
                #bot
                your order is $order
                ASSIGN_SCRIPTING_MEMORY id|$.sourceData.id
                JSON_PATH $.state|new
                CARDS_COUNT <0
                !INTENT refuse
                MEDIA
                RESPONSE_LENGTH 300
                WAITFORBOT 500
                #me
                where is $id?
                #bot
                !order $order of $id
                """));

        assertThat(suite.findValues("unsupported")).isEmpty();
        assertThat(Schemas.refusals(suite)).isEmpty();
    }

    @Test
    void what_the_user_says_multiplies_by_the_wordings_of_an_utterance() {
        ObjectNode suite = read(Map.of(
                "order.convo.txt", "order\n#me\nUTT_HELLO Ada\n#bot\n#me\nUTT_ORDER\n",
                "hello.utterances.txt", "UTT_HELLO\nhello %s\n\nhi\n",
                "order.utterances.txt", "UTT_ORDER\na pizza\n"));

        assertThat(suite.path("cases").findValuesAsText("name"))
                .containsExactly("order/UTT_HELLO-L1/UTT_ORDER-L1", "order/UTT_HELLO-L2/UTT_ORDER-L1");
        assertThat(suite.path("cases").findValuesAsText("user"))
                .containsExactly("hello Ada", "a pizza", "hi Ada", "a pizza");
    }

    @Test
    void partial_convos_stand_where_they_are_included() {
        ObjectNode suite = read(Map.of(
                "order.convo.txt", "order\n#include LOGIN\n#me\norder\nINCLUDE BYE\n",
                "login.pconvo.txt", "LOGIN\n#me\nI am Ada\n#bot\nINCLUDE BYE\n",
                "bye.pconvo.txt", "BYE\n#me\nbye\n"));

        assertThat(suite.path("cases").findValuesAsText("user")).containsExactly("I am Ada", "bye", "order", "bye");
    }

    @Test
    void tables_of_scripting_memory_multiply_the_convos_that_have_their_variables() {
        ObjectNode suite = read(Map.of(
                "weather.convo.txt", "weather\n#me\n$city and $citys?\n#bot\n",
                "other.convo.txt", "other\n#me\n$unknown\n#bot\n",
                "cities.scriptingmemory.txt", "      |$city  |$unit\nnorth |Oslo   |C\nsouth |Rome   |\n"));

        assertThat(suite.path("cases").findValuesAsText("name"))
                .containsExactly("other", "weather.north", "weather.south");
        assertThat(suite.path("cases").findValuesAsText("user"))
                .containsExactly("$unknown", "Oslo and Oslos?", "Rome and Romes?");
    }

    @Test
    void hooks_set_clear_and_assign_scripting_memory() {
        ObjectNode suite = read(Map.of("memory.convo.txt", """
                memory
                #begin
                SET_SCRIPTING_MEMORY city|Oslo
                #me
                $city, $order
                #bot
                ASSIGN_SCRIPTING_MEMORY order|$.sourceData.order.id
                CLEAR_SCRIPTING_MEMORY city
                #me
                $city, $order
                """));

        assertThat(suite.at("/cases/0/turns")).isEqualTo(json("""
                [{"user": "Oslo, $order", "expect": [{"length": {"min": 0}}], "capture": {"order": {"json-path": "$.order.id"}}},
                 {"user": "$city, {{ order }}"}]
                """));
    }

    @Test
    void waiting_for_the_bot_is_a_time_limit() {
        ObjectNode suite =
                read(Map.of("slow.convo.txt", "slow\n#me\na\n#bot\nWAITFORBOT 20000\n#me\nb\n#bot\nWAITFORBOT 500\n"));

        assertThat(suite.at("/cases/0/timeout").asText()).isEqualTo("20000ms");
        assertThat(suite.at("/cases/0/turns/1/expect")).isEqualTo(json("[{\"latency\": {\"at-most\": \"500ms\"}}]"));
    }

    @Test
    void yaml_and_json_say_the_same_as_text() {
        String text =
                "order\n#begin\nSET_SCRIPTING_MEMORY city|Oslo\n#me\norder\n#bot\n!sorry\nTEXT_CONTAINS_ALL a|b\n";
        String yaml = """
                convos:
                  - name: order
                    steps:
                      - begin: [{logichook: SET_SCRIPTING_MEMORY, args: [city, Oslo]}]
                      - me: order
                      - bot:
                          - "!sorry"
                          - TEXT_CONTAINS_ALL: [a, b]
                """;
        String asJson = """
                {"convos": [{"name": "order", "steps": [
                \t{"me": ["order"]},
                \t{"bot": ["!sorry", {"asserter": "TEXT_CONTAINS_ALL", "args": ["a", "b"]}]}]}]}
                """;
        ObjectNode expected = read(Map.of("order.convo.txt", text));

        assertThat(read(Map.of("order.yaml", yaml))).isEqualTo(expected);
        assertThat(read(Map.of("order.json", asJson))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "question,answer\norder,!sorry\n",
                "Conversation_Id,sender,text\n0,me,order\n0,bot,!sorry\n",
                "text\norder\n\"!sorry\"\n",
            })
    void csv_says_the_same_as_text(String csv) {
        assertThat(read(Map.of("x.convo.csv", csv)))
                .isEqualTo(read(Map.of("x.convo.txt", "0\n#me\norder\n#bot\n!sorry\n")));
    }

    @Test
    void utterances_and_memory_can_stand_in_yaml() {
        ObjectNode suite = read(Map.of("all.yml", """
                utterances:
                  UTT: [hi, hello]
                scriptingMemory:
                  - header: {name: north}
                    values: {$city: Oslo}
                partialConvos:
                  - {name: ASK, steps: [{me: $city}]}
                convos:
                  - name: ask
                    steps: [{me: [UTT]}, {bot: []}, {include: [ASK]}, {me: in $city}]
                """));

        assertThat(suite.path("cases").findValuesAsText("name"))
                .containsExactly("ask.north/UTT-L1", "ask.north/UTT-L2");
        assertThat(suite.path("cases").findValuesAsText("user"))
                .containsExactly("hi", "Oslo", "in Oslo", "hello", "Oslo", "in Oslo");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", textBlock = """
            '#me|a|#bot|PAUSE 500'                       => 'PAUSE 500 (a.convo.txt, line 4)'
            '#me|a|#bot|ENTITIES place'                  => 'ENTITIES place (a.convo.txt, line 4)'
            '#me|a|#bot|!BUTTONS Yes'                    => '!BUTTONS Yes (a.convo.txt, line 4)'
            '#me|a|#bot|MY_OWN x'                        => 'MY_OWN x (a.convo.txt, line 4)'
            '#me|a|#bot|it is $thing|#me|b|#bot|INTENT $thing' => 'INTENT $thing (a.convo.txt, line 8)'
            '#me|a|#bot|at $date_ISO'                    => '$date_ISO in #bot (a.convo.txt, line 4)'
            '#me|a|#bot|?maybe'                          => 'an optional #bot (?) (a.convo.txt, line 4)'
            '#me|a|#bot|{"text": "x"}'                   => 'JSON as an answer (a.convo.txt, line 4)'
            '#me|a|#bot|JSON_PATH $..name'               => 'JSON_PATH $..name (a.convo.txt, line 4)'
            '#me|BUTTON Yes'                             => 'BUTTON Yes (a.convo.txt, line 2)'
            '#me|on $random10'                           => '$random10 in what the user says (a.convo.txt, line 2)'
            '#me sms|a'                                  => 'the channel sms (a.convo.txt, line 2)'
            '#me|a|#bot|b|#bot|c'                        => 'a #bot that answers no #me of its own; a target answers each message once (a.convo.txt, line 6)'
            '#bot|welcome'                               => 'a #bot that answers no #me of its own; a target answers each message once (a.convo.txt, line 2)'
            '#begin|UPDATE_CUSTOM x|y|#me|a'             => 'UPDATE_CUSTOM x (a.convo.txt, line 2)'
            """)
    void what_cannot_be_done_ends_as_an_error_that_names_it(String convo, String named) {
        ObjectNode suite = read(Map.of(
                "a.convo.txt",
                "a\n" + convo.replace('|', '\n'),
                "botium.json",
                "{\"botium\": {\"Capabilities\": {\"ASSERTERS\": [{\"ref\": \"MY_OWN\", \"src\": \"own.js\"}]}}}"));

        assertThat(suite.findValuesAsText("unsupported")).contains(named);
    }

    @Test
    void the_file_of_a_project_gives_its_name_and_its_time_limit() {
        ObjectNode suite = read(
                Map.of(
                        "a.convo.txt", "a\n#me\nhi\n#bot\n",
                        "botium.json",
                                "{\n\t\"botium\": {\"Capabilities\": {\"PROJECTNAME\": \"Shop\", \"WAITFORBOTTIMEOUT\": 30000}}}"));

        assertThat(suite.path("name").asText()).isEqualTo("Shop");
        assertThat(suite.at("/cases/0/timeout").asText()).isEqualTo("30000ms");
    }

    @Test
    void names_that_come_twice_are_numbered() {
        ObjectNode suite =
                read(Map.of("a.convo.txt", "a\n#me\nhi\n", "b.convo.txt", "a\n#me\nhi\n", "c.convo.txt", "#me\nhi\n"));

        assertThat(suite.path("cases").findValuesAsText("name")).containsExactly("a", "a (2)", "c.convo.txt");
    }

    @Test
    void mistakes_are_told_with_their_files_and_lines() {
        List<FieldError> mistakes = mistakes(Map.of(
                "a.convo.txt", "a\n#me\nhi\n#you\nhi\n",
                "b.yaml", "convos:\n  - name: b\n    steps:\n      - they: hi\n",
                "c.convo.csv", "a,b\n1,2\n",
                "d.yaml", "convos: [\n"));

        assertThat(mistakes)
                .extracting(mistake -> mistake.field() + " " + mistake.line())
                .containsExactly("a.convo.txt 4", "b.yaml 4", "c.convo.csv 1", "d.yaml 2");
    }

    @Test
    void partial_convos_that_are_missing_or_include_themselves_are_mistakes() {
        List<FieldError> mistakes = mistakes(Map.of(
                "a.convo.txt", "a\n#include NONE\n#include LOOP\n",
                "loop.pconvo.txt", "LOOP\n#me\nINCLUDE LOOP\n"));

        assertThat(mistakes)
                .extracting(mistake -> mistake.field() + " " + mistake.line())
                .containsExactly("a.convo.txt 2", "loop.pconvo.txt 2");
    }

    @Test
    void partial_convos_that_multiply_without_end_are_refused() {
        Map<String, String> files = new HashMap<>();
        files.put("a.convo.txt", "a\n#include P0\n#me\nhi\n");
        for (int number = 0; number < 40; number++) {
            String next = "#include P" + (number + 1) + "\n";
            files.put(number + ".pconvo.txt", "P" + number + "\n" + (number < 39 ? next + next : "#begin\n"));
        }

        assertThat(mistakes(files))
                .first()
                .satisfies(mistake -> assertThat(mistake.message()).contains("1000 partial convos"));
    }

    @Test
    void tables_of_scripting_memory_that_multiply_without_end_are_refused() {
        String text = IntStream.range(0, 6).mapToObj(table -> "$table" + table).collect(Collectors.joining(" "));
        Map<String, String> files = new HashMap<>();
        files.put("a.convo.txt", "a\n#me\n" + text + "\n");
        for (int table = 0; table < 6; table++) {
            String rows = IntStream.range(0, 100).mapToObj(row -> row + "|x\n").collect(Collectors.joining());
            files.put(table + ".scriptingmemory.txt", "|$table" + table + "\n" + rows);
        }

        assertThat(mistakes(files))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("20000"));
    }

    @Test
    void what_comes_to_more_than_a_suite_file_may_have_is_refused() {
        String wordings = numbered(20_000);
        String text = "x".repeat(2_000);

        assertThat(mistakes(
                        Map.of("a.convo.txt", "a\n#me\nU\n#bot\n" + text + "\n", "u.utterances.txt", "U\n" + wordings)))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("10 MiB"));
    }

    @Test
    void more_cases_than_a_suite_holds_are_refused_before_they_are_made() {
        String wordings = "U\n" + numbered(200);

        List<FieldError> mistakes =
                mistakes(Map.of("a.convo.txt", "a\n#me\nU\n#me\nU\n#me\nU\n#me\nU\n", "u.utterances.txt", wordings));

        assertThat(mistakes)
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("20000"));
    }

    @Test
    void two_partial_convos_of_one_name_are_a_mistake() {
        List<FieldError> mistakes = mistakes(Map.of(
                "a.pconvo.txt", "greet\n\n#me\nhello\n",
                "b.pconvo.txt", "greet\n\n#me\ngood day\n",
                "x.convo.txt", "x\n\n#include greet\n"));

        assertThat(mistakes)
                .containsExactly(new FieldError(
                        "b.pconvo.txt",
                        "is a second partial convo called 'greet', as is that of a.pconvo.txt, line 1; give each a name of its own",
                        1));
    }

    @Test
    void what_a_project_registers_for_every_convo_is_an_error_in_every_case() {
        ObjectNode suite = read(Map.of(
                "x.convo.txt", "x\n\n#me\nhello\n\n#bot\nhi\n",
                "botium.json", """
                        {"botium": {"Capabilities": {
                          "ASSERTERS": [{"ref": "POLITE", "src": "own.js", "global": true}, {"ref": "OTHER", "src": "own.js"}],
                          "LOGIC_HOOKS": [{"ref": "LOG", "src": "log.js", "global": true}]}}}
                        """));

        assertThat(suite.at("/cases/0/expect").findValuesAsText("unsupported"))
                .containsExactly(
                        "LOG, which the project registers for every convo (x.convo.txt, line 1)",
                        "POLITE, which the project registers for every convo (x.convo.txt, line 1)");
    }

    @Test
    void a_captured_variable_in_braces_stays_in_braces() {
        Memory memory = new Memory(true, Map.of());
        memory.capture("$day", "day");

        assertThat(Memory.template(memory.applied("{$day} {{$day}}")))
                .isEqualTo("{{ '{' }}{{ day }}} {{ '{{' }}{{ day }}}}");
    }

    @Test
    void files_of_something_else_are_not_recognised() {
        assertThat(format.recognises(new SourceFiles(Map.of("suite.yaml", "parley: 1", "package.json", "{}"))))
                .isFalse();
        assertThat(format.recognises(new SourceFiles(Map.of("x.yaml", "convos: []"))))
                .isTrue();
    }

    private static String numbered(int count) {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < count; number++) {
            lines.append(number).append('\n');
        }
        return lines.toString();
    }

    private ObjectNode read(Map<String, String> files) {
        return format.read(new SourceFiles(files)).getFirst().suite();
    }

    private List<FieldError> mistakes(Map<String, String> files) {
        Problem problem = catchThrowableOfType(Problem.class, () -> format.read(new SourceFiles(files)));
        return Objects.requireNonNull(problem.body("test").errors());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
