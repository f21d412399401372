package io.parley.telemetry.counts;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How many events are stored. */
@Path("/api/v1/telemetry/counts")
class CountResource {

    private final CountRepository counts;
    private final UnitCountRepository unitCounts;
    private final Caller caller;

    CountResource(CountRepository counts, UnitCountRepository unitCounts, Caller caller) {
        this.counts = counts;
        this.unitCounts = unitCounts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "Count stored events by day, in UTC, and type")
    public Uni<Page<CountView>> list(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String type,
            @RestQuery @DefaultValue("50") String limit,
            @RestQuery @Nullable String after) {
        CountFilter<LocalDate> filter = CountFilter.ofDays(from, to, type, limit, after);
        return counts.find(caller.workspace(), filter).map(rows -> Page.of(rows, filter.limit(), CountFilter::cursor));
    }

    @GET
    @Path("hours")
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "Count stored events by hour, in UTC, and type")
    public Uni<Page<UnitCountView>> listHours(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String type,
            @RestQuery @DefaultValue("50") String limit,
            @RestQuery @Nullable String after) {
        return list(Unit.HOUR, CountFilter.ofMoments(from, to, type, limit, after));
    }

    @GET
    @Path("minutes")
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "Count stored events by minute and type")
    public Uni<Page<UnitCountView>> listMinutes(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String type,
            @RestQuery @DefaultValue("50") String limit,
            @RestQuery @Nullable String after) {
        return list(Unit.MINUTE, CountFilter.ofMoments(from, to, type, limit, after));
    }

    private Uni<Page<UnitCountView>> list(Unit unit, CountFilter<Instant> filter) {
        return unitCounts
                .find(caller.workspace(), unit, filter)
                .map(rows -> Page.of(rows, filter.limit(), CountFilter::cursor));
    }
}
