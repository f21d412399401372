package io.parley.telemetry.sessions;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.parley.telemetry.pages.Position;
import io.parley.telemetry.reads.PersonalReads;
import io.parley.telemetry.reads.What;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Sessions and what they say, those that began last first. */
@Path("/api/v1/telemetry/sessions")
class SessionResource {

    private final SessionRepository sessions;
    private final PersonalReads reads;
    private final Caller caller;

    SessionResource(SessionRepository sessions, PersonalReads reads, Caller caller) {
        this.sessions = sessions;
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "List sessions, those that began last first")
    public Uni<Page<SessionView>> list(@BeanParam SessionQuery query) {
        SessionFilter filter = SessionFilter.of(query);
        var workspace = caller.workspace();
        return sessions.find(workspace, filter)
                .call(rows -> reads.note(caller, What.SESSIONS, subjects(rows, filter)))
                .map(rows ->
                        Page.of(rows, filter.limit(), last -> new Position(last.firstAt(), last.sessionId()).cursor()));
    }

    @GET
    @Path("{sessionId}")
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "A session with its features, once it is over")
    public Uni<SessionView> get(@RestPath UUID sessionId) {
        return sessions.get(caller.workspace(), sessionId)
                .call(session -> reads.note(caller, What.SESSIONS, Set.of(session.subjectId())));
    }

    /** Of the sessions that are shown, or whom somebody wanted to see some of. */
    private static Set<String> subjects(List<SessionView> rows, SessionFilter filter) {
        return Stream.concat(
                        filter.subjectId().stream(),
                        rows.stream().limit(filter.limit()).map(SessionView::subjectId))
                .collect(Collectors.toSet());
    }
}
