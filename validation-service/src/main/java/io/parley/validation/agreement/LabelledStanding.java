package io.parley.validation.agreement;

import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** By the labels that people gave. What it says is at most 10 seconds old. Fails when the database does. */
@ApplicationScoped
class LabelledStanding implements JudgeStanding {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MANY = 1_000;

    private final AgreementRepository agreements;
    private final Clock clock;
    private final Map<WorkspaceId, Known> known = new ConcurrentHashMap<>();

    LabelledStanding(AgreementRepository agreements, Clock clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    private record Known(Set<Judge> belowFloor, Instant until) {}

    @Override
    public Uni<Set<Judge>> belowFloor(WorkspaceId workspace) {
        Known last = known.get(workspace);
        return last != null && clock.instant().isBefore(last.until())
                ? Uni.createFrom().item(last.belowFloor())
                : read(workspace);
    }

    private Uni<Set<Judge>> read(WorkspaceId workspace) {
        Instant until = clock.instant().plus(KEPT);
        return agreements
                .list(workspace)
                .map(LabelledStanding::belowFloor)
                .invoke(judges -> keep(workspace, new Known(judges, until)));
    }

    private static Set<Judge> belowFloor(List<JudgeAgreement> agreements) {
        return agreements.stream()
                .filter(JudgeAgreement::belowFloor)
                .map(JudgeAgreement::judge)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void keep(WorkspaceId workspace, Known judges) {
        if (known.size() >= MANY) {
            Instant now = clock.instant();
            known.values().removeIf(each -> !now.isBefore(each.until()));
        }
        known.put(workspace, judges);
    }
}
