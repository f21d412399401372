package io.parley.telemetry.rules;

import io.parley.platform.problems.ProblemType;

/** What can go wrong with rules. */
final class RuleProblems {

    static final ProblemType RULE_NOT_FOUND = new ProblemType("skill-rule-not-found", 404, "No such rule");

    static final ProblemType TOO_MANY_RULES = new ProblemType(
            "too-many-skill-rules", 409, "The workspace has as many rules as it may have, in all or of this type");

    private RuleProblems() {}
}
