package io.parley.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Values at which readers stumble. */
final class OddValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 1_200;

    /** The ends of what a text can hold, and what some reader on the way could take for more than text. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00x",
            "\uffff\ufffe",
            "\u202etxet",
            "e\u0301\u0301\u0301",
            "\ud83d\udc69\u200d\ud83d\udc67",
            "\r\nX-Injected: yes",
            "\t\u001b[31m\u007f",
            "'; select pg_sleep(9); --",
            "%s%n%d",
            "../../../etc/passwd",
            "{{message}}",
            "{{ x | upper }}{% for",
            "${jndi:ldap://127.0.0.1/a}",
            "$..*",
            "(a+)+$",
            "[",
            "\"",
            "null",
            "true",
            "-1",
            "1e999",
            "9223372036854775808",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "1-1-1-1-1",
            "2026-02-30",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "0000-01-01",
            "24:00",
            "P999999999Y",
            "http://127.0.0.1:9/",
            "http://[::1]:9/",
            "http://user:pw@host:99999/%zz",
            "//",
            "file:///etc/passwd",
            "user@example.org",
            "x".repeat(300),
            "\u00e4".repeat(5_000),
            "z".repeat(70_000));

    static final List<BigDecimal> NUMBERS = List.of(
            BigDecimal.ZERO,
            BigDecimal.ONE.negate(),
            new BigDecimal("2147483648"),
            new BigDecimal("-2147483649"),
            new BigDecimal("9223372036854775807"),
            new BigDecimal("9223372036854775808"),
            new BigDecimal("1e30"),
            new BigDecimal("0.5"),
            new BigDecimal("1e-400"),
            new BigDecimal("1e400"),
            new BigDecimal("1e999999999"),
            new BigDecimal("9".repeat(900)));

    private OddValues() {}

    /** Any of them, as JSON. */
    static JsonNode any(Dice dice) {
        return switch (dice.below(10)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(dice.percent(50));
            case 2, 3 -> JSON.numberNode(dice.pick(NUMBERS));
            case 4 -> list(dice);
            case 5 -> object(dice);
            default -> JSON.textNode(dice.pick(TEXTS));
        };
    }

    private static ArrayNode list(Dice dice) {
        ArrayNode list = JSON.arrayNode();
        int size = dice.pick(List.of(0, 1, 2, 1_500));
        JsonNode element = size > 2 ? JSON.textNode("x") : any(dice);
        for (int i = 0; i < size; i++) {
            list.add(element);
        }
        return list;
    }

    private static ObjectNode object(Dice dice) {
        ObjectNode object = JSON.objectNode();
        if (dice.percent(5)) {
            return deep(object);
        }
        for (int i = dice.below(3); i > 0; i--) {
            object.set(dice.pick(TEXTS), any(dice));
        }
        return object;
    }

    private static ObjectNode deep(ObjectNode inmost) {
        ObjectNode object = inmost;
        for (int i = 0; i < DEEP; i++) {
            ObjectNode around = JSON.objectNode();
            around.set("a", object);
            object = around;
        }
        return object;
    }
}
