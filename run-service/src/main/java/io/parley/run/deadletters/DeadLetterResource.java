package io.parley.run.deadletters;

import io.parley.contracts.Queue;
import io.parley.contracts.Queues;
import io.parley.platform.access.Access;
import io.parley.platform.messaging.DeadLetters;
import io.parley.platform.messaging.DeadLetters.Depth;
import io.parley.platform.messaging.DeadLetters.Letter;
import io.parley.platform.pages.Page;
import io.parley.platform.problems.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Messages of the whole platform that could not be handled. They belong to no workspace, so only the operator sees them. */
@Path("/api/v1/admin/dead-letters")
class DeadLetterResource {

    private static final ProblemType NO_SUCH_QUEUE = new ProblemType("queue-not-found", 404, "No such queue");
    private static final int SHOWN = 100;

    private final DeadLetters deadLetters;

    DeadLetterResource(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** @param replayed messages that were sent to their queue again */
    record Replay(String queue, int replayed) {}

    @GET
    @RolesAllowed(Access.OPERATOR)
    @Operation(summary = "Count the dead letters of every queue")
    public Uni<Page<Depth>> depths() {
        return deadLetters.depths().map(depths -> new Page<>(depths, null));
    }

    @GET
    @Path("{queue}")
    @RolesAllowed(Access.OPERATOR)
    @Operation(summary = "Show the oldest dead letters of a queue; they stay where they are")
    public Uni<Page<Letter>> letters(@RestPath String queue) {
        return deadLetters.list(require(queue), SHOWN).map(letters -> new Page<>(letters, null));
    }

    @POST
    @Path("{queue}/replay")
    @RolesAllowed(Access.OPERATOR)
    @Operation(summary = "Send the dead letters of a queue to that queue again")
    public Uni<Replay> replay(@RestPath String queue) {
        return deadLetters.replay(require(queue)).map(replayed -> new Replay(queue, replayed));
    }

    private static Queue<?> require(String name) {
        return Queues.ALL.stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElseThrow(NO_SUCH_QUEUE::problem);
    }
}
