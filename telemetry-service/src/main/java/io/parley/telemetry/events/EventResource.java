package io.parley.telemetry.events;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Stored events, newest first. */
@Path("/api/v1/telemetry/events")
class EventResource {

    private final EventRepository events;
    private final PersonalReads reads;
    private final Caller caller;

    EventResource(EventRepository events, PersonalReads reads, Caller caller) {
        this.events = events;
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "List stored events, newest first")
    public Uni<Page<EventView>> list(@BeanParam EventQuery query) {
        EventFilter filter = EventFilter.of(query);
        var workspace = caller.workspace();
        return events.find(workspace, filter)
                .call(rows -> reads.note(caller, What.EVENTS, subjects(rows, filter)))
                .map(rows -> Page.of(
                        rows, filter.limit(), last -> new Position(last.occurredAt(), last.eventId()).cursor()));
    }

    /** Of the events that are shown, or whom somebody wanted to see some of. */
    private static Set<String> subjects(List<EventView> rows, EventFilter filter) {
        return Stream.concat(
                        filter.subjectId().stream(),
                        rows.stream().limit(filter.limit()).map(EventView::subjectId))
                .collect(Collectors.toSet());
    }
}
