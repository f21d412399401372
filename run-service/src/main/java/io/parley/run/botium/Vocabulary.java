package io.parley.run.botium;

import java.util.Set;

/** The names that make a line a call and not a text: those that Botium has, and those a project registers. */
record Vocabulary(Set<String> registered) {

    private static final Set<String> ASSERTERS = Set.of(
            "BUTTONS",
            "BUTTONS_COUNT",
            "BUTTONS_COUNT_REC",
            "MEDIA",
            "MEDIA_COUNT",
            "MEDIA_COUNT_REC",
            "CARDS",
            "CARDS_COUNT",
            "CARDS_COUNT_REC",
            "PAUSE_ASSERTER",
            "JSON_PATH",
            "JSON_PATH_COUNT",
            "RESPONSE_LENGTH",
            "FORMS",
            "ENTITIES",
            "ENTITY_VALUES",
            "ENTITY_CONTENT",
            "INTENT",
            "INTENT_UNIQUE",
            "INTENT_CONFIDENCE",
            "TEXT_CONTAINS_ANY",
            "TEXT_CONTAINS_ANY_IC",
            "TEXT_CONTAINS_ALL",
            "TEXT_CONTAINS_ALL_IC",
            "TEXT_WILDCARD_ANY",
            "TEXT_WILDCARD_ANY_IC",
            "TEXT_WILDCARD_ALL",
            "TEXT_WILDCARD_ALL_IC",
            "TEXT_WILDCARDEXACT_ANY",
            "TEXT_WILDCARDEXACT_ANY_IC",
            "TEXT_WILDCARDEXACT_ALL",
            "TEXT_WILDCARDEXACT_ALL_IC",
            "TEXT_REGEXP_ANY",
            "TEXT_REGEXP_ANY_IC",
            "TEXT_REGEXP_ALL",
            "TEXT_REGEXP_ALL_IC",
            "TEXT_EQUALS",
            "TEXT_EQUALS_IC",
            "TEXT",
            "TEXT_IC",
            "WER",
            "BOT_CONSUMED",
            "BOT_UNCONSUMED_COUNT");

    private static final Set<String> HOOKS = Set.of(
            "PAUSE",
            "WAITFORBOT",
            "SET_SCRIPTING_MEMORY",
            "CLEAR_SCRIPTING_MEMORY",
            "ASSIGN_SCRIPTING_MEMORY",
            "UPDATE_CUSTOM",
            "UPDATE_CONTEXT",
            "SKIP_BOT_UNCONSUMED",
            "CONVO_STEP_PARAMETERS",
            "ORDERED_LIST_TO_BUTTON",
            "CONDITIONAL_STEP_BUSINESS_HOURS",
            "CONDITIONAL_STEP_CAPABILITY_VALUE_BASED",
            "CONDITIONAL_STEP_JSON_PATH_BASED",
            "CONDITIONAL_STEP_TIME_BASED",
            Step.INCLUDE);

    private static final Set<String> INPUTS = Set.of("BUTTON", "MEDIA", "FORM");

    boolean isAsserter(String name) {
        return ASSERTERS.contains(name) || registered.contains(name);
    }

    boolean isHook(String name) {
        return HOOKS.contains(name) || registered.contains(name);
    }

    boolean isInput(String name) {
        return INPUTS.contains(name) || registered.contains(name);
    }
}
