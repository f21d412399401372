package io.parley.telemetry.assessments;

import io.parley.contracts.WorkspaceId;
import io.parley.telemetry.estimation.Observation;
import io.parley.telemetry.estimation.ParameterFit;
import io.parley.telemetry.estimation.Reliabilities;
import io.parley.telemetry.observations.Observations;
import io.parley.telemetry.observations.Observed;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.parley.telemetry.pseudonyms.WorkspacePseudonyms;
import io.parley.telemetry.skills.Skills;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Fits the parameters of skills to the learners of a workspace. */
@ApplicationScoped
class Fitting {

    private final Skills skills;
    private final Observations observations;
    private final AssessmentThreads threads;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    Fitting(Skills skills, Observations observations, AssessmentThreads threads, Pseudonyms pseudonyms, Clock clock) {
        this.skills = skills;
        this.observations = observations;
        this.threads = threads;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** Fits and keeps a skill's parameters, for all assessments from now on; without learners a 409. */
    Uni<FitView> fit(WorkspaceId workspace, String skill) {
        return skills.require(workspace, skill)
                .chain(() -> observations.agreements(workspace))
                .chain(agreements -> fitted(workspace, skill, Reliabilities.calibrated(agreements)))
                .call(fit -> skills.fit(workspace, skill, fit.parameters(), fit.fittedAt()));
    }

    private Uni<FitView> fitted(WorkspaceId workspace, String skill, Reliabilities reliabilities) {
        return observations
                .ofLearners(workspace, skill)
                .chain(observed -> threads.compute(() -> fit(observed, pseudonyms.of(workspace), reliabilities)));
    }

    private FitView fit(List<Observed> observed, WorkspacePseudonyms pseudonyms, Reliabilities reliabilities) {
        if (observed.isEmpty()) {
            throw AssessmentProblems.NOTHING_TO_FIT.problem();
        }
        List<List<Observation>> learners = byLearner(observed, pseudonyms);
        return new FitView(ParameterFit.of(learners, reliabilities), learners.size(), observed.size(), clock.instant());
    }

    /** Who was stored under a pseudonym at one time and by name at another is one learner. */
    private static List<List<Observation>> byLearner(List<Observed> observed, WorkspacePseudonyms pseudonyms) {
        return List.copyOf(observed.stream()
                .collect(Collectors.groupingBy(
                        each -> pseudonyms.of(each.subject()),
                        LinkedHashMap::new,
                        Collectors.mapping(Observed::observation, Collectors.toList())))
                .values());
    }
}
