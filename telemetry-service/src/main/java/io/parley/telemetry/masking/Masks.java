package io.parley.telemetry.masking;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The privacy settings of workspaces, and the masks that follow from them. */
@ApplicationScoped
public class Masks {

    private static final String FIND = """
            select workspace_id, dropped, masked, free_text, kept, plain_subjects
            from privacy_settings
            where workspace_id = any($1)
            """;

    private static final String SET = """
            insert into privacy_settings (workspace_id, dropped, masked, free_text, kept, plain_subjects)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (workspace_id) do update
            set dropped = excluded.dropped, masked = excluded.masked, free_text = excluded.free_text, kept = excluded.kept,
                plain_subjects = excluded.plain_subjects
            """;

    private final Pool pool;
    private final Pseudonyms pseudonyms;

    Masks(Pool pool, Pseudonyms pseudonyms) {
        this.pool = pool;
        this.pseudonyms = pseudonyms;
    }

    /** The masks of all of these workspaces. */
    public Uni<Map<WorkspaceId, Mask>> of(Set<WorkspaceId> workspaces) {
        return stored(workspaces)
                .map(settings -> workspaces.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                workspace -> mask(workspace, Optional.ofNullable(settings.get(workspace))))));
    }

    /** The mask of a workspace. */
    public Uni<Mask> of(WorkspaceId workspace) {
        return find(workspace).map(settings -> mask(workspace, Optional.of(settings)));
    }

    private Mask mask(WorkspaceId workspace, Optional<PrivacySettings> settings) {
        return new Mask(settings.orElse(PrivacySettings.DEFAULT), pseudonyms.of(workspace));
    }

    /** What is set, or that all of a payload is kept and pseudonyms stand for subjects. */
    Uni<PrivacySettings> find(WorkspaceId workspace) {
        return stored(Set.of(workspace)).map(settings -> settings.getOrDefault(workspace, PrivacySettings.DEFAULT));
    }

    /** What those of these workspaces have set that have set something. */
    private Uni<Map<WorkspaceId, PrivacySettings>> stored(Set<WorkspaceId> workspaces) {
        UUID[] ids = workspaces.stream().map(WorkspaceId::value).toArray(UUID[]::new);
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(rows -> Rows.list(rows, row -> row).stream()
                        .collect(Collectors.toMap(Masks::workspace, Masks::settings)));
    }

    Uni<PrivacySettings> set(WorkspaceId workspace, PrivacySettings settings) {
        return pool.preparedQuery(SET)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addArrayOfString(settings.dropped().toArray(String[]::new))
                        .addArrayOfString(settings.masked().toArray(String[]::new))
                        .addBoolean(settings.freeText())
                        .addArrayOfString(settings.kept().toArray(String[]::new))
                        .addBoolean(settings.plainSubjects()))
                .replaceWith(settings);
    }

    private static WorkspaceId workspace(Row row) {
        return new WorkspaceId(row.getUUID("workspace_id"));
    }

    private static PrivacySettings settings(Row row) {
        return new PrivacySettings(
                List.of(row.getArrayOfStrings("dropped")),
                List.of(row.getArrayOfStrings("masked")),
                row.getBoolean("free_text"),
                List.of(row.getArrayOfStrings("kept")),
                row.getBoolean("plain_subjects"));
    }
}
