package io.parley.telemetry.assessments;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.telemetry.estimation.SubjectKind;
import io.parley.telemetry.input.Fields;
import io.parley.telemetry.observations.Subject;
import io.parley.telemetry.reads.PersonalReads;
import io.parley.telemetry.reads.What;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Assessments of learners and of assistant versions. */
@Path("/api/v1/assessments")
class AssessmentResource {

    private final Assessments assessments;
    private final PersonalReads reads;
    private final Caller caller;

    AssessmentResource(Assessments assessments, PersonalReads reads, Caller caller) {
        this.assessments = assessments;
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @Path("learners/{subject: .+}")
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "A learner's skills, with evidence and reasons")
    public Uni<ProfileView> learner(@RestPath String subject) {
        Subject learner = subject(SubjectKind.LEARNER, subject);
        var workspace = caller.workspace();
        return reads.note(caller, What.PROFILES, List.of(learner.id()))
                .chain(() -> assessments.profile(workspace, learner));
    }

    @GET
    @Path("assistants/{version: .+}")
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "An assistant version's skills, with evidence and reasons")
    public Uni<ProfileView> assistant(@RestPath String version) {
        return assessments.profile(caller.workspace(), subject(SubjectKind.ASSISTANT, version));
    }

    @GET
    @Path("comparison")
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "Two assistant versions beside each other: who is better at what, and how certain that is")
    public Uni<ComparisonView> compare(@RestQuery @Nullable String one, @RestQuery @Nullable String other) {
        Fields fields = new Fields();
        var first = named(fields, "one", one);
        var second = named(fields, "other", other);
        fields.orThrow();
        return assessments.compare(caller.workspace(), first.orElseThrow(), second.orElseThrow());
    }

    @POST
    @Path("groups")
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "Mean and spread of each skill in a group of subjects")
    public Uni<GroupView> group(@NotNull @Valid SubjectList subjects) {
        var workspace = caller.workspace();
        return noted(subjects).chain(() -> assessments.group(workspace, subjects));
    }

    @POST
    @Path("exports/json")
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "Export the skills of subjects as JSON")
    public Uni<List<Row>> exportJson(@NotNull @Valid SubjectList subjects) {
        return rows(subjects);
    }

    @POST
    @Path("exports/csv")
    @Produces("text/csv; charset=utf-8; header=present")
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "Export the skills of subjects as CSV")
    public Uni<String> exportCsv(@NotNull @Valid SubjectList subjects) {
        return rows(subjects).map(Csv::of);
    }

    private Uni<List<Row>> rows(SubjectList subjects) {
        var workspace = caller.workspace();
        return noted(subjects).chain(() -> assessments.rows(workspace, subjects));
    }

    /** What is known of assistants is nobody's personal data. */
    private Uni<Void> noted(SubjectList subjects) {
        return subjects.kindOrLearner() == SubjectKind.LEARNER
                ? reads.note(caller, What.PROFILES, subjects.subjects())
                : Uni.createFrom().voidItem();
    }

    private static Subject subject(SubjectKind kind, String id) {
        Fields fields = new Fields();
        var named = fields.name("subject", id, Subject.MAX_LENGTH);
        fields.orThrow();
        return new Subject(kind, named.orElseThrow());
    }

    private static Optional<String> named(Fields fields, String parameter, @Nullable String version) {
        return version == null
                ? fields.refuse(parameter, "is missing")
                : fields.name(parameter, version, Subject.MAX_LENGTH);
    }
}
