package io.parley.telemetry.assessments;

import io.parley.contracts.WorkspaceId;
import io.parley.telemetry.estimation.SubjectKind;
import io.parley.telemetry.observations.Subject;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the evidence says about subjects. */
@ApplicationScoped
class Assessments {

    private final Profiles profiles;
    private final Pseudonyms pseudonyms;

    Assessments(Profiles profiles, Pseudonyms pseudonyms) {
        this.profiles = profiles;
        this.pseudonyms = pseudonyms;
    }

    Uni<ProfileView> profile(WorkspaceId workspace, Subject subject) {
        return profiles.of(workspace, subject, ProfileView::of);
    }

    /** Two versions of assistants beside each other; without evidence of one of them a 404. */
    Uni<ComparisonView> compare(WorkspaceId workspace, String one, String other) {
        return profiles.ofBoth(workspace, assistant(one), assistant(other), ComparisonView::of);
    }

    private static Subject assistant(String version) {
        return new Subject(SubjectKind.ASSISTANT, version);
    }

    Uni<GroupView> group(WorkspaceId workspace, SubjectList list) {
        return rowsOfSubjects(workspace, list).map(GroupView::of);
    }

    /** All skills of all these subjects, subject by subject. */
    Uni<List<Row>> rows(WorkspaceId workspace, SubjectList list) {
        return rowsOfSubjects(workspace, list)
                .map(rows -> rows.stream().flatMap(List::stream).toList());
    }

    private Uni<List<List<Row>>> rowsOfSubjects(WorkspaceId workspace, SubjectList list) {
        return profiles.ofEach(workspace, list.kindOrLearner(), list.distinct(pseudonyms.of(workspace)), Row::of);
    }
}
