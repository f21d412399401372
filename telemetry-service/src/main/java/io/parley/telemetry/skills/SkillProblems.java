package io.parley.telemetry.skills;

import io.parley.platform.problems.ProblemType;

/** What can go wrong with skills. */
final class SkillProblems {

    static final ProblemType SKILL_NOT_FOUND = new ProblemType("skill-not-found", 404, "No such skill");

    static final ProblemType SKILL_IN_USE =
            new ProblemType("skill-in-use", 409, "Other skills, rules or evidence hang on the skill");

    private SkillProblems() {}
}
