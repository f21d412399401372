package io.parley.platform.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonQueryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SHOP = json("""
            {"items": [{"name": "tea", "price": 4, "tags": ["hot"]},
                       {"name": "cake", "price": 3.5, "sold": true},
                       {"name": "größe", "price": 10, "note": null}],
             "a.b": 1, "größe": 2, "empty": [], "nothing": null}""");

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "$.items[0].name → [\"tea\"]",
                "$['items'][1]['name'] → [\"cake\"]",
                "$[\"a.b\"] → [1]",
                "$.größe → [2]",
                "$.nothing → [null]",
                "$.items[*].name → [\"tea\",\"cake\",\"größe\"]",
                "$.items[-1].price → [10]",
                "$.items[0,2].price → [4,10]",
                "$.items[0:2].price → [4,3.5]",
                "$.items[1:].price → [3.5,10]",
                "$..price → [4,3.5,10]",
                "$..tags[0] → [\"hot\"]",
                "$.items[?(@.price < 5)].name → [\"tea\",\"cake\"]",
                "$.items[?(@.name == 'tea' || @.price >= 10)].price → [4,10]",
                "$.items[?(@.name == 'tea' && @.price >= 10)].price → []",
                "$.items[?(!(@.sold))].name → [\"tea\",\"größe\"]",
                "$.items[?(@.sold == true)].name → [\"cake\"]",
                "$.items[?(@['name'] == \"größe\")].price → [10]",
                "$.items[?(@.note == null)].name → [\"größe\"]",
                "$.items[*].nowhere → []",
                "$.nowhere → []",
                "$.nowhere.deeper → []",
                "$.nowhere[*] → []",
                "$.nothing.deeper → []",
                "$.items[7] → []",
                "$.items[-7] → []",
                "$.empty[0] → []",
                "$.empty[*] → []",
                "$.empty → [[]]",
                "$.items.name → []",
                "$..nowhere → []",
            })
    void finds_values_in_document_order(String path, String expected) {
        assertThat(find(path, SHOP)).isEqualTo(list(expected));
    }

    @Test
    void the_root_is_the_document_of_whatever_kind() {
        assertThat(find("$", json("7"))).isEqualTo(list("[7]"));
        assertThat(find("$.a", json("\"text\""))).isEmpty();
        assertThat(find("$[0]", json("[[1]]"))).isEqualTo(list("[[1]]"));
    }

    @ParameterizedTest
    @CsvSource({"$.a.b, true", "$['a'][0], true", "$.a[*], false", "$..a, false", "$.a[0:1], false"})
    void knows_whether_it_finds_one_value_at_most(String path, boolean singular) {
        assertThat(JsonQuery.compile(path).isSingular()).isEqualTo(singular);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "items",
                "$.",
                "$[",
                "$.items[",
                "$.items[?(@.price <]",
                "$.items[?(@.price < 5]",
                "$.items.length()",
                "$.items.append(1)",
                "$.items[?(@.name =~ /(x+x+)+y/)]",
                "$.items[?($.items == $.items)]",
                "$.items[?(@..name == 'x')]",
                "$.items[?(@.name in ['tea'])]",
                "$.items[?(@.tags subsetof @.tags)]",
                "$.a b",
                "$['a\\'b']",
            })
    void what_goes_beyond_is_refused(String path) {
        assertThatThrownBy(() -> JsonQuery.compile(path))
                .isInstanceOf(InvalidExpression.class)
                .hasMessageStartingWith("is no JSONPath");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$..*..*..nowhere", "$..*..*..*..*"})
    @Timeout(20)
    void a_path_that_multiplies_on_a_deep_document_is_given_up(String path) {
        String deep = "[".repeat(900) + "]".repeat(900);
        JsonNode document = json("[" + String.join(",", Collections.nCopies(100, deep)) + "]");
        JsonQuery query = JsonQuery.compile(path);

        assertThatExceptionOfType(TooCostly.class).isThrownBy(() -> query.find(document, Effort.ofOneExecution()));
    }

    @Test
    @Timeout(5)
    void all_values_of_a_mebibyte_are_affordable() {
        JsonNode document = json("[" + String.join(",", Collections.nCopies(1 << 17, "{\"n\":1}")) + "]");

        assertThat(find("$[*].n", document)).hasSize(1 << 17);
    }

    private static List<JsonNode> find(String path, JsonNode document) {
        return JsonQuery.compile(path).find(document, Effort.ofOneExecution());
    }

    private static List<JsonNode> list(String text) {
        return json(text).valueStream().toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
