package io.parley.validation.failures;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Queues;
import io.parley.contracts.RunCompleted;
import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.messaging.Consumers;
import io.parley.platform.pages.Cursor;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.Source;
import io.parley.validation.meaning.Meaning;
import io.parley.validation.meaning.MeaningOf;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Groups the failures of each run once it has ended, and shows the groups. */
@ApplicationScoped
class FailureGroups {

    private static final int AT_ONCE = 2;

    private final Consumers consumers;
    private final FailureGroupRepository repository;
    private final Source<MeaningOf, Meaning> meanings;
    private final WorkerExecutor thread;
    private final MeterRegistry metrics;

    FailureGroups(
            Consumers consumers,
            FailureGroupRepository repository,
            Source<MeaningOf, Meaning> meanings,
            Vertx vertx,
            MeterRegistry metrics) {
        this.consumers = consumers;
        this.repository = repository;
        this.meanings = meanings;
        // comparing thousands of failures with each other keeps a thread busy for a second
        this.thread = vertx.createSharedWorkerExecutor("parley-failures", 1);
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        consumers.consumeEach(Queues.VALIDATION_RUNS, AT_ONCE, this::group);
    }

    /** The largest first; none as long as the run goes on. */
    Uni<List<FailureGroupView>> list(WorkspaceId workspace, RunId run) {
        return repository.list(workspace, run);
    }

    Uni<Page<FailureView>> executions(WorkspaceId workspace, UUID group, Slice slice) {
        return repository
                .require(workspace, group)
                .chain(found -> repository.executions(workspace, group, slice))
                .map(rows -> Page.of(
                        rows, slice.limit(), row -> new Cursor(row.executionId().toString())));
    }

    /** Names the cause of a group and of every group that is linked with it. */
    Uni<FailureGroupView> name(WorkspaceId workspace, UUID group, NameGroup wanted, UUID person) {
        return repository
                .require(workspace, group)
                .chain(found -> repository.name(workspace, group, wanted, person))
                .chain(() -> repository.require(workspace, group));
    }

    /** Idempotent: what is in a group stays there. A run that comes to its end again has new failures at most. */
    private Uni<Void> group(RunCompleted run) {
        return repository
                .ungrouped(run)
                .chain(failures -> failures.isEmpty() ? Uni.createFrom().voidItem() : group(run, failures));
    }

    private Uni<Void> group(RunCompleted run, List<Failure> failures) {
        return cluster(failures).chain(clusters -> store(run, clusters));
    }

    private Uni<List<Cluster>> cluster(List<Failure> failures) {
        Set<MeaningOf> needs =
                failures.stream().map(Symptom::of).flatMap(Symptom::needs).collect(Collectors.toUnmodifiableSet());
        return meanings.answer(needs).chain(known -> cluster(failures, Answers.of(known)));
    }

    private Uni<List<Cluster>> cluster(List<Failure> failures, Answers known) {
        Clustering clustering = new Clustering(symptom -> symptom.meaning(known::to));
        return thread.executeBlocking(() -> clustering.cluster(failures), false);
    }

    private Uni<Void> store(RunCompleted run, List<Cluster> clusters) {
        return repository
                .known(run)
                .chain(known -> repository.store(new NewGroups(run, clusters, known)))
                .invoke(() -> metrics.counter("parley.failure.groups").increment(clusters.size()));
    }
}
