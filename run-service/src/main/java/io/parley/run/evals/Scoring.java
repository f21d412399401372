package io.parley.run.evals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.Expected;
import io.parley.run.foreign.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the basic evals compare an answer with what would be ideal, in scripts that do as they do, to the last character. */
enum Scoring {
    /** The answer starts with an ideal one. */
    MATCH("evals.elsuite.basic.match:Match", "startsWith"),

    /** An ideal one is somewhere in the answer. */
    INCLUDES("evals.elsuite.basic.includes:Includes", "includes"),

    /** Without case, punctuation, articles and further white space, one is in the other. */
    FUZZY_MATCH("evals.elsuite.basic.fuzzy_match:FuzzyMatch", """
            const normal = (text) =>
              text.toLowerCase()
                .replace(/[!-/:-@[-`{-~]/g, "")
                .replace(/(?<![\\p{L}\\p{N}_])(a|an|the)(?![\\p{L}\\p{N}_])/gu, " ")
                .split(/[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+/)
                .filter((word) => word !== "")
                .join(" ");
            const said = normal(output);
            return ideals.map(normal).some((ideal) =>
              said === "" || ideal === "" ? said === ideal : said.includes(ideal) || ideal.includes(said));
            """),

    /** The answer is JSON that equals ideal JSON, part by part; what is null equals nothing. */
    JSON_MATCH("evals.elsuite.basic.json_match:JsonMatch", """
            const kind = (value) => value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
            const flat = (value) => typeof value === "boolean" ? Number(value) : value;
            const has = (value, key) => Object.prototype.hasOwnProperty.call(value, key);
            const same = (one, other) => {
              if (kind(one) === "null" || kind(other) === "null") return false;
              if (kind(one) === "array" || kind(other) === "array")
                return kind(one) === kind(other) && one.length === other.length && one.every((part, at) => same(part, other[at]));
              if (kind(one) === "object" || kind(other) === "object")
                return kind(one) === kind(other)
                  && Object.keys(one).length === Object.keys(other).length
                  && Object.keys(one).every((key) => has(other, key) && same(one[key], other[key]));
              return flat(one) === flat(other);
            };
            let said;
            try {
              said = JSON.parse(output);
            } catch {
              return false;
            }
            return ideals.some((ideal) => same(said, JSON.parse(ideal)));
            """),

    UNKNOWN("", "");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String type;
    private final String script;

    Scoring(String type, String script) {
        this.type = type;
        this.script = script;
    }

    static Scoring of(Eval eval) {
        return Arrays.stream(values())
                .filter(scoring -> scoring.type.equals(eval.type()))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** What is wrong with ideal answers. */
    Optional<String> mistake(List<String> ideals) {
        return this == JSON_MATCH
                ? ideals.stream()
                        .filter(ideal -> !isJson(ideal))
                        .findFirst()
                        .map(ideal -> "ideal must be JSON, as a text, for the eval " + type)
                : Optional.empty();
    }

    ObjectNode assertion(List<String> ideals, boolean ignoreCase) {
        String wanted = Wording.literal(ideals);
        return Expected.script(
                switch (this) {
                    case MATCH -> wanted + ".some((ideal) => output.startsWith(ideal))";
                    case INCLUDES ->
                        ignoreCase
                                ? wanted + ".some((ideal) => output.toLowerCase().includes(ideal.toLowerCase()))"
                                : wanted + ".some((ideal) => output.includes(ideal))";
                    case FUZZY_MATCH, JSON_MATCH -> "const ideals = " + wanted + ";\n" + script;
                    case UNKNOWN -> throw new IllegalStateException("nobody knows how to score " + type);
                });
    }

    private static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException none) {
            return false;
        }
    }
}
