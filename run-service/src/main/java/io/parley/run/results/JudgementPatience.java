package io.parley.run.results;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.JudgementRequested;
import io.parley.contracts.Queues;
import io.parley.platform.messaging.Consumers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Gives executions that are judged by models the time that takes, so that a slow judge makes nothing overdue: their
 * targets would be asked again, and their judges paid again.
 */
@ApplicationScoped
class JudgementPatience {

    /** What waits for a judge lies in a durable queue: it comes late rather than never. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    private static final int MAX_BATCH = 64;
    private static final Duration INTERVAL = Duration.ofMillis(80);

    /** Locks in the order of {@link Tally#LOCK}. */
    private static final String WAIT = """
            with judged as (
                select e.id from executions e
                join unnest($1::uuid[], $2::int[]) as a(id, attempt) on e.id = a.id and e.attempt = a.attempt
                where e.status = 'DISPATCHED'
                order by e.id
                for no key update of e
            )
            update executions e
            set deadline = greatest(e.deadline, now() + make_interval(secs => $3))
            from judged
            where e.id = judged.id and e.status = 'DISPATCHED'
            """;

    private final Consumers consumers;
    private final Pool database;

    JudgementPatience(Consumers consumers, Pool database) {
        this.consumers = consumers;
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        consumers.consumeBatches(Queues.RUN_JUDGEMENTS, MAX_BATCH, INTERVAL, this::await);
    }

    private Uni<Void> await(List<JudgementRequested> requests) {
        List<ExecutionCompleted> judged =
                requests.stream().map(JudgementRequested::completed).toList();
        Tuple values = Tuple.of(
                judged.stream().map(each -> each.executionId().value()).toArray(UUID[]::new),
                judged.stream().map(ExecutionCompleted::attempt).toArray(Integer[]::new),
                (double) PATIENCE.toSeconds());
        return database.preparedQuery(WAIT).execute(values).replaceWithVoid();
    }
}
