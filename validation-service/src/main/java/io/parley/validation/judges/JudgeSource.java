package io.parley.validation.judges;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.SuiteModel;
import io.parley.platform.eventloops.EventLoops;
import io.parley.validation.agreement.Judge;
import io.parley.validation.agreement.JudgeStanding;
import io.parley.validation.assertions.Answer;
import io.parley.validation.assertions.Source;
import io.parley.validation.models.Model;
import io.parley.validation.models.Models;
import io.parley.validation.models.NoModel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks judges what was not asked before, as long as the run's budget lasts, and keeps what they said. */
@ApplicationScoped
class JudgeSource implements Source<Asked, Vote> {

    /** About 100,000 tokens, as much as common models take; a cut answer would be judged by something nobody saw. */
    static final int LONGEST_DOCUMENT = 400_000;

    /** The broker takes a message back that is unsettled for 30 minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(25);

    private final Models models;
    private final Hearing hearing;
    private final Judgements judgements;
    private final JudgeStanding standing;
    private final MeterRegistry metrics;
    private final EventLoops loops;

    JudgeSource(
            Models models,
            Hearing hearing,
            Judgements judgements,
            JudgeStanding standing,
            MeterRegistry metrics,
            EventLoops loops) {
        this.models = models;
        this.hearing = hearing;
        this.judgements = judgements;
        this.standing = standing;
        this.metrics = metrics;
        this.loops = loops;
    }

    @Override
    public Class<Asked> answers() {
        return Asked.class;
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Uni<Map<Asked, Answer<Vote>>> answer(Collection<Asked> needs) {
        List<Asked> questions = List.copyOf(needs);
        return Uni.join()
                .all(questions.stream().map(this::vote).toList())
                .andFailFast()
                .map(votes -> answers(questions, votes));
    }

    private static Map<Asked, Answer<Vote>> answers(List<Asked> questions, List<Vote> votes) {
        Map<Asked, Answer<Vote>> answers = new HashMap<>();
        for (int index = 0; index < questions.size(); index++) {
            answers.put(questions.get(index), new Answer.Known<>(votes.get(index)));
        }
        return answers;
    }

    private Uni<Vote> vote(Asked asked) {
        return model(asked)
                .chain(model -> vote(asked, model))
                .onFailure(NoModel.class)
                .recoverWithItem(none -> missing(asked, none.reason()))
                .ifNoItem()
                .after(LONGEST)
                .on(loops.clock())
                .recoverWithItem(() -> missing(asked, "it had none within " + LONGEST.toMinutes() + " minutes"));
    }

    /** The suite's own come first. */
    private Uni<Model> model(Asked asked) {
        SuiteModel described = asked.origin().models().get(asked.model());
        return described == null
                ? models.named(asked.origin().workspaceId(), asked.model())
                : models.described(asked.origin().workspaceId(), asked.model(), described);
    }

    private Uni<Vote> vote(Asked asked, Model model) {
        if (asked.document().length() > LONGEST_DOCUMENT) {
            String reason = "what it should look at is longer than %,d characters".formatted(LONGEST_DOCUMENT);
            return Uni.createFrom().item(missing(asked, reason));
        }
        return vote(new Inquest(asked, model));
    }

    private Uni<Vote> vote(Inquest inquest) {
        return judgements
                .recall(inquest)
                .chain(known -> known.map(judgement -> Uni.createFrom().item(judgement))
                        .orElseGet(() -> judgedWithinBudget(inquest)))
                .chain(judgement -> weighed(inquest, judgement));
    }

    private Uni<Vote> weighed(Inquest inquest, Judgement judgement) {
        Juror juror = inquest.juror();
        return standing.belowFloor(inquest.model().workspaceId())
                .map(below -> judgement.vote(juror, !below.contains(new Judge(juror.model(), juror.prompt()))));
    }

    private Uni<Judgement> judgedWithinBudget(Inquest inquest) {
        return inquest.model().budget().isLimited()
                ? judgements.spent(inquest).chain(spent -> judgedUnlessSpent(inquest, spent))
                : judged(inquest);
    }

    private Uni<Judgement> judgedUnlessSpent(Inquest inquest, Spent spent) {
        long tokens = spent.usage().inputTokens() + spent.usage().outputTokens();
        return inquest.model().budget().isSpent(spent.cost(), tokens)
                ? Uni.createFrom().item(new Judgement(null, "the run has spent its budget for it", Spent.NOTHING))
                : judged(inquest);
    }

    private Uni<Judgement> judged(Inquest inquest) {
        return hearing.hear(inquest.model(), inquest.asked())
                .map(heard -> Judgement.of(heard, inquest.spent(heard.usage())))
                .call(judgement -> record(inquest, judgement));
    }

    /** What took no tokens is no news; it is asked again if the execution is. */
    private Uni<Void> record(Inquest inquest, Judgement judgement) {
        boolean nothing = judgement.opinion() == null && judgement.spent().equals(inquest.spent(Spent.NOTHING.usage()));
        return nothing
                ? Uni.createFrom().voidItem()
                : judgements
                        .record(inquest, judgement)
                        .invoke(first -> count(first, judgement))
                        .replaceWithVoid();
    }

    private void count(boolean first, Judgement judgement) {
        if (first) {
            String outcome = judgement.opinion() == null
                    ? "malformed"
                    : judgement.opinion().holds() ? "pass" : "fail";
            metrics.counter("parley.judgements", "outcome", outcome).increment();
            metrics.counter("parley.judge.tokens", "direction", "input")
                    .increment((double) judgement.spent().usage().inputTokens());
            metrics.counter("parley.judge.tokens", "direction", "output")
                    .increment((double) judgement.spent().usage().outputTokens());
            metrics.counter("parley.judge.cost")
                    .increment(judgement.spent().cost().doubleValue());
        }
    }

    private static Vote missing(Asked asked, String reason) {
        return new Vote.Missing(
                new Juror(asked.model(), asked.model(), asked.prompt().version()), reason, Spent.NOTHING);
    }
}
