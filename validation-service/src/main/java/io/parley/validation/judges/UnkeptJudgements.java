package io.parley.validation.judges;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where nothing is kept: each execution is judged once, and no model has a budget. */
@ApplicationScoped
@DefaultBean
class UnkeptJudgements implements Judgements {

    @Override
    public Uni<Optional<Judgement>> recall(Inquest inquest) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Boolean> record(Inquest inquest, Judgement judgement) {
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Spent> spent(Inquest inquest) {
        return Uni.createFrom().item(Spent.NOTHING);
    }
}
