package io.parley.validation.catalogue;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.behaviour.Confidence;
import io.parley.validation.behaviour.Cost;
import io.parley.validation.behaviour.FinishReason;
import io.parley.validation.behaviour.InTime;
import io.parley.validation.behaviour.IntentIs;
import io.parley.validation.behaviour.Tokens;
import io.parley.validation.behaviour.Turns;
import io.parley.validation.closeness.Bleu;
import io.parley.validation.closeness.Gleu;
import io.parley.validation.closeness.Levenshtein;
import io.parley.validation.closeness.Meteor;
import io.parley.validation.closeness.Rouge;
import io.parley.validation.closeness.TokenF1;
import io.parley.validation.closeness.WordErrorRate;
import io.parley.validation.entities.NamesEntity;
import io.parley.validation.foreign.Unsupported;
import io.parley.validation.groups.All;
import io.parley.validation.groups.AnyOf;
import io.parley.validation.groups.Not;
import io.parley.validation.groups.Weighted;
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
import io.parley.validation.language.InLanguage;
import io.parley.validation.meaning.Similar;
import io.parley.validation.people.Human;
import io.parley.validation.sandbox.Javascript;
import io.parley.validation.sql.ContainsSql;
import io.parley.validation.sql.IsSql;
import io.parley.validation.structure.ContainsJson;
import io.parley.validation.structure.ContainsXml;
import io.parley.validation.structure.IsHtml;
import io.parley.validation.structure.IsJson;
import io.parley.validation.structure.IsXml;
import io.parley.validation.structure.MatchesPath;
import io.parley.validation.structure.MatchesSchema;
import io.parley.validation.text.Contains;
import io.parley.validation.text.ContainsAll;
import io.parley.validation.text.ContainsAny;
import io.parley.validation.text.EqualTo;
import io.parley.validation.text.Length;
import io.parley.validation.text.MatchesRegex;
import io.parley.validation.text.Refusal;
import io.parley.validation.text.StartsWith;
import io.parley.validation.text.WordCount;
import io.parley.validation.tools.CallsTool;
import io.parley.validation.tools.Shows;
import io.parley.validation.tools.StepCount;
import io.parley.validation.tools.ToolArguments;
import io.parley.validation.tools.ToolCallF1;
import io.parley.validation.tools.ToolSequence;
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
            WordCount.TYPE,
            Length.TYPE,
            Refusal.TYPE,
            IsJson.TYPE,
            MatchesPath.TYPE,
            MatchesSchema.TYPE,
            ContainsJson.TYPE,
            IsXml.TYPE,
            ContainsXml.TYPE,
            IsHtml.TYPE,
            IsSql.TYPE,
            ContainsSql.TYPE,
            Levenshtein.TYPE,
            Bleu.TYPE,
            Gleu.TYPE,
            Meteor.TYPE,
            Rouge.TYPE,
            WordErrorRate.TYPE,
            TokenF1.TYPE,
            IntentIs.TYPE,
            Confidence.TYPE,
            CallsTool.TYPE,
            ToolSequence.TYPE,
            ToolArguments.TYPE,
            ToolCallF1.TYPE,
            StepCount.TYPE,
            Shows.BUTTONS,
            Shows.CARDS,
            Shows.MEDIA,
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
            Similar.TYPE,
            InLanguage.TYPE,
            NamesEntity.TYPE,
            Javascript.TYPE,
            Cost.TYPE,
            Tokens.TYPE,
            FinishReason.TYPE,
            Turns.TYPE,
            Human.TYPE,
            Unsupported.TYPE,
            All.TYPE,
            AnyOf.TYPE,
            Weighted.TYPE,
            Not.TYPE);

    private static final Map<String, AssertionType> BY_KEY =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(AssertionType::key, Function.identity()));

    private Catalogue() {}

    static Optional<AssertionType> named(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
