package io.parley.validation.agreement;

import io.parley.contracts.WorkspaceId;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Where people label nothing, so that no judge is known to disagree with them. */
@ApplicationScoped
@DefaultBean
class UnlabelledStanding implements JudgeStanding {

    @Override
    public Uni<Set<Judge>> belowFloor(WorkspaceId workspace) {
        return Uni.createFrom().item(Set.of());
    }
}
