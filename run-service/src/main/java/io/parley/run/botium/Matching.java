package io.parley.run.botium;

/** How a text of a convo is compared with an answer, as a JavaScript function of both. */
enum Matching {
    EQUALS("(said, text) => said === text"),
    EQUALS_IC("(said, text) => said.toLowerCase() === text.toLowerCase()"),
    INCLUDE("(said, text) => said.includes(text)"),
    INCLUDE_IC("(said, text) => said.toLowerCase().includes(text.toLowerCase())"),
    REGEXP("(said, text) => new RegExp(text).test(said)"),
    REGEXP_IC("(said, text) => new RegExp(text, 'i').test(said)"),
    WILDCARD("(said, text) => new RegExp(quoted(text).replace(/\\\\\\*/g, '(.*)')).test(said)"),
    WILDCARD_IC("(said, text) => new RegExp(quoted(text).replace(/\\\\\\*/g, '(.*)'), 'i').test(said)"),
    WILDCARD_EXACT("(said, text) => new RegExp('^' + quoted(text).replace(/\\\\\\*/g, '(.*)') + '$').test(said)"),
    WILDCARD_EXACT_IC(
            "(said, text) => new RegExp('^' + quoted(text).replace(/\\\\\\*/g, '(.*)') + '$', 'i').test(said)");

    private final String function;

    Matching(String function) {
        this.function = function;
    }

    String function() {
        return function;
    }

    /** Whether texts are patterns already. */
    boolean isRegexp() {
        return this == REGEXP || this == REGEXP_IC;
    }

    /** By the name that capabilities have for it; what is not known compares whole texts, as in botium-core. */
    static Matching named(String name) {
        return switch (name) {
            case "equalsIgnoreCase" -> EQUALS_IC;
            case "include" -> INCLUDE;
            case "includeIgnoreCase", "includeLowerCase" -> INCLUDE_IC;
            case "regexp" -> REGEXP;
            case "regexpIgnoreCase" -> REGEXP_IC;
            case "wildcard" -> WILDCARD;
            case "wildcardIgnoreCase", "wildcardLowerCase" -> WILDCARD_IC;
            case "wildcardExact" -> WILDCARD_EXACT;
            case "wildcardExactIgnoreCase" -> WILDCARD_EXACT_IC;
            default -> EQUALS;
        };
    }
}
