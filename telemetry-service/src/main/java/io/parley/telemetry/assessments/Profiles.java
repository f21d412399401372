package io.parley.telemetry.assessments;

import io.parley.contracts.WorkspaceId;
import io.parley.telemetry.estimation.Reliabilities;
import io.parley.telemetry.estimation.SubjectKind;
import io.parley.telemetry.observations.Observations;
import io.parley.telemetry.observations.Observed;
import io.parley.telemetry.observations.Subject;
import io.parley.telemetry.skills.Skills;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Makes profiles of subjects from the evidence as it stands. */
@ApplicationScoped
class Profiles {

    private final Skills skills;
    private final Observations observations;
    private final AssessmentThreads threads;

    Profiles(Skills skills, Observations observations, AssessmentThreads threads) {
        this.skills = skills;
        this.observations = observations;
        this.threads = threads;
    }

    /** What a view shows of a subject; without evidence a 404. */
    <T> Uni<T> of(WorkspaceId workspace, Subject subject, Function<Profile, T> view) {
        return basis(workspace).chain(basis -> of(workspace, basis, subject, profile -> view.apply(assessed(profile))));
    }

    /** What a view shows of two subjects by one basis; without evidence of one of them a 404. */
    <T> Uni<T> ofBoth(WorkspaceId workspace, Subject one, Subject other, BiFunction<Profile, Profile, T> view) {
        return basis(workspace)
                .chain(basis -> of(workspace, basis, one, Profiles::assessed)
                        .chain(ones -> of(workspace, basis, other, others -> view.apply(ones, assessed(others)))));
    }

    /** What a view shows of each of these subjects, in their order; one without evidence has no skills. */
    <T> Uni<List<T>> ofEach(WorkspaceId workspace, SubjectKind kind, List<String> subjects, Function<Profile, T> view) {
        return basis(workspace)
                .chain(basis -> Multi.createFrom()
                        .iterable(subjects)
                        .onItem()
                        .transformToUniAndConcatenate(id -> of(workspace, basis, new Subject(kind, id), view))
                        .collect()
                        .asList());
    }

    private <T> Uni<T> of(WorkspaceId workspace, Basis basis, Subject subject, Function<Profile, T> view) {
        return observations.of(workspace, subject).chain(observed -> compute(basis, subject, observed, view));
    }

    private <T> Uni<T> compute(Basis basis, Subject subject, List<Observed> observed, Function<Profile, T> view) {
        return threads.compute(() -> view.apply(Profile.of(subject, basis, observed)));
    }

    private static Profile assessed(Profile profile) {
        if (profile.estimates().isEmpty()) {
            throw AssessmentProblems.NOT_ASSESSED.problem();
        }
        return profile;
    }

    private Uni<Basis> basis(WorkspaceId workspace) {
        return skills.parameters(workspace)
                .chain(fitted -> reliabilities(workspace).map(reliabilities -> new Basis(fitted, reliabilities)));
    }

    private Uni<Reliabilities> reliabilities(WorkspaceId workspace) {
        return observations.agreements(workspace).map(Reliabilities::calibrated);
    }
}
