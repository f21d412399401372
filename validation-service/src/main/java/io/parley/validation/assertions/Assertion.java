package io.parley.validation.assertions;

/**
 * One thing expected of an answer or of a whole conversation, compiled. Checking is pure: the same subject always gives
 * the same finding. An assertion whose work outgrows the effort of its subject throws
 * {@link io.parley.platform.expressions.TooCostly}.
 */
public sealed interface Assertion
        permits Contains,
                ContainsAll,
                ContainsAny,
                EqualTo,
                InTime,
                IsJson,
                MatchesPath,
                MatchesRegex,
                MatchesSchema,
                Not,
                StartsWith {

    Finding check(Subject subject);
}
