package io.parley.validation.catalogue;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.behaviour.InTime;
import io.parley.validation.groups.Not;
import io.parley.validation.judges.AnswerRelevance;
import io.parley.validation.judges.ContextFaithfulness;
import io.parley.validation.judges.ContextRecall;
import io.parley.validation.judges.ContextRelevance;
import io.parley.validation.judges.ConversationRelevance;
import io.parley.validation.judges.Factuality;
import io.parley.validation.judges.GEval;
import io.parley.validation.judges.GoalReached;
import io.parley.validation.judges.KnowledgeRetention;
import io.parley.validation.judges.RoleAdherence;
import io.parley.validation.judges.Rubric;
import io.parley.validation.structure.IsJson;
import io.parley.validation.structure.MatchesPath;
import io.parley.validation.structure.MatchesSchema;
import io.parley.validation.text.Contains;
import io.parley.validation.text.ContainsAll;
import io.parley.validation.text.ContainsAny;
import io.parley.validation.text.EqualTo;
import io.parley.validation.text.MatchesRegex;
import io.parley.validation.text.StartsWith;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of assertion, in the order in which messages and the suite's schema list them. */
final class Catalogue {

    static final List<AssertionType> TYPES = List.of(
            EqualTo.TYPE,
            Contains.TYPE,
            ContainsAny.TYPE,
            ContainsAll.TYPE,
            StartsWith.TYPE,
            MatchesRegex.TYPE,
            IsJson.TYPE,
            MatchesPath.TYPE,
            MatchesSchema.TYPE,
            InTime.TYPE,
            Rubric.TYPE,
            GEval.TYPE,
            Factuality.TYPE,
            AnswerRelevance.TYPE,
            ContextFaithfulness.TYPE,
            ContextRecall.TYPE,
            ContextRelevance.TYPE,
            ConversationRelevance.TYPE,
            GoalReached.TYPE,
            KnowledgeRetention.TYPE,
            RoleAdherence.TYPE,
            Not.TYPE);

    private static final Map<String, AssertionType> BY_KEY =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(AssertionType::key, Function.identity()));

    private Catalogue() {}

    static Optional<AssertionType> named(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
