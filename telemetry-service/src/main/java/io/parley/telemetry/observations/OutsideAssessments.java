package io.parley.telemetry.observations;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.WorkspaceId;
import io.parley.telemetry.masking.Mask;
import io.parley.telemetry.masking.Masks;
import io.parley.telemetry.skills.Skills;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Takes what was assessed elsewhere. The first of an identity stays; what is sent again is accepted again and changes nothing,
 * not even after its subject was erased.
 */
@ApplicationScoped
class OutsideAssessments {

    private static final Duration CLOCK_SKEW = Duration.ofHours(24);

    private static final String INSERT = """
            insert into observation
                (workspace_id, source, reference, skill, subject_kind, subject, correct, weight, observed_at)
            select $1, 'OUTSIDE', outside.*
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::float8[], $8::timestamptz[])
                as outside(reference, skill, subject_kind, subject, correct, weight, observed_at)
            where not exists (
                select from erased_reference as erased
                where erased.workspace_id = $1
                  and erased.reference_hash = reference_hash(outside.reference, outside.skill))
            order by reference, skill
            on conflict do nothing
            """;

    private final Pool pool;
    private final Skills skills;
    private final Masks masks;
    private final Clock clock;

    OutsideAssessments(Pool pool, Skills skills, Masks masks, Clock clock) {
        this.pool = pool;
        this.skills = skills;
        this.masks = masks;
        this.clock = clock;
    }

    /** Takes the valid observations of a batch and says what is wrong with the others; fails if none is valid. */
    Uni<Receipt> take(WorkspaceId workspace, JsonNode body) {
        JsonNode items = ObservationBatch.items(body);
        return skills.known(workspace, ObservationBatch.skills(items))
                .map(known -> read(items, known))
                .call(batch -> masks.of(workspace).chain(mask -> store(workspace, batch.valid(), mask)))
                .map(ObservationBatch::receipt);
    }

    private ObservationBatch read(JsonNode items, Set<String> known) {
        Instant newest = clock.instant().plus(CLOCK_SKEW);
        return ObservationBatch.read(items, known, newest).orThrow();
    }

    private Uni<?> store(WorkspaceId workspace, List<OutsideObservation> valid, Mask mask) {
        Collection<OutsideObservation> distinct = valid.stream()
                .collect(Collectors.toMap(OutsideObservation::identity, Function.identity(), (first, resent) -> first))
                .values();
        return pool.preparedQuery(INSERT)
                .execute(Tuple.from(List.of(
                        workspace.value(),
                        column(distinct, OutsideObservation::reference, String[]::new),
                        column(distinct, OutsideObservation::skill, String[]::new),
                        column(
                                distinct,
                                observation -> observation.subject().kind().name(),
                                String[]::new),
                        column(distinct, observation -> subject(observation.subject(), mask), String[]::new),
                        column(distinct, OutsideObservation::correct, Boolean[]::new),
                        column(distinct, OutsideObservation::weight, Double[]::new),
                        column(distinct, observation -> utc(observation.at()), OffsetDateTime[]::new))));
    }

    /** Versions of assistants are nobody whom a pseudonym would have to protect. */
    private static String subject(Subject subject, Mask mask) {
        return switch (subject.kind()) {
            case LEARNER -> mask.subject(subject.id());
            case ASSISTANT -> subject.id();
        };
    }

    private static <T> Object column(
            Collection<OutsideObservation> rows, Function<OutsideObservation, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
