package io.parley.validation.reviews;

import io.parley.contracts.ReviewId;
import io.parley.contracts.UserId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Executions that people decide. An API key can look, but only a person can decide. */
@Path("/api/v1/reviews")
class ReviewResource {

    private final Reviews reviews;
    private final Caller caller;

    ReviewResource(Reviews reviews, Caller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "List reviews, the oldest first: open or settled, mine or not, of a run, of a case")
    public Uni<Page<ReviewView>> list(
            @RestQuery @Nullable String open,
            @RestQuery @Nullable String mine,
            @RestQuery @Nullable String run,
            @RestQuery("case") @Nullable String caseName,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after) {
        return reviews.list(
                caller.workspace(), person(), ReviewFilter.of(open, mine, run, caseName), Slice.of(limit, after));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show a review with its transcript, what every judge said, and its history")
    public Uni<ReviewDetails> show(@RestPath UUID id) {
        return reviews.show(caller.workspace(), person(), new ReviewId(id));
    }

    @POST
    @Path("next")
    @RolesAllowed(Access.REVIEWER)
    @Operation(summary = "Claim the oldest open review for 15 minutes; 204 if there is none")
    public Uni<RestResponse<ReviewDetails>> next() {
        return reviews.next(caller.workspace(), person())
                .map(next -> next.map(RestResponse::ok).orElseGet(RestResponse::noContent));
    }

    @POST
    @Path("{id}/renew")
    @RolesAllowed(Access.REVIEWER)
    @Operation(summary = "Keep a claimed review for another 15 minutes")
    public Uni<ReviewView> renew(@RestPath UUID id) {
        return reviews.renew(caller.workspace(), person(), new ReviewId(id));
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Access.REVIEWER)
    @Operation(summary = "Give a claimed review back")
    public Uni<ReviewView> release(@RestPath UUID id) {
        return reviews.release(caller.workspace(), person(), new ReviewId(id));
    }

    @POST
    @Path("{id}/decide")
    @RolesAllowed(Access.REVIEWER)
    @Operation(summary = "Decide a claimed review, and with next=true claim the next one")
    public Uni<DecidedView> decide(@RestPath UUID id, @RestQuery @Nullable String next, @NotNull @Valid Decide wanted) {
        return reviews.decide(caller.workspace(), person(), new ReviewId(id), wanted, Flag.isSet(next, "next"));
    }

    @POST
    @Path("{id}/reopen")
    @RolesAllowed(Access.REVIEWER)
    @Operation(summary = "Let a settled review be decided again; its verdict holds until then")
    public Uni<ReviewView> reopen(@RestPath UUID id, @NotNull @Valid Reopen wanted) {
        return reviews.reopen(caller.workspace(), person(), new ReviewId(id), wanted);
    }

    private UserId person() {
        return new UserId(caller.subject());
    }
}
