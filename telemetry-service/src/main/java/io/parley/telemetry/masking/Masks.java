package io.parley.telemetry.masking;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The privacy settings of workspaces, and the masks that follow from them. */
@ApplicationScoped
public class Masks {

    private static final String FIND = """
            select workspace_id, dropped, masked, free_text, kept from privacy_settings where workspace_id = any($1)
            """;

    private static final String SET = """
            insert into privacy_settings (workspace_id, dropped, masked, free_text, kept)
            values ($1, $2, $3, $4, $5)
            on conflict (workspace_id) do update
            set dropped = excluded.dropped, masked = excluded.masked, free_text = excluded.free_text, kept = excluded.kept
            """;

    private final Pool pool;

    Masks(Pool pool) {
        this.pool = pool;
    }

    /** The masks of those of these workspaces that have settings. */
    public Uni<Map<WorkspaceId, Mask>> of(Collection<WorkspaceId> workspaces) {
        UUID[] ids = workspaces.stream().map(WorkspaceId::value).distinct().toArray(UUID[]::new);
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(rows -> Rows.list(rows, row -> row).stream()
                        .collect(Collectors.toMap(Masks::workspace, row -> new Mask(settings(row)))));
    }

    /** What is set, or that everything is kept. */
    Uni<PrivacySettings> find(WorkspaceId workspace) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfUUID(new UUID[] {workspace.value()}))
                .map(rows -> Rows.first(rows, Masks::settings).orElse(PrivacySettings.NONE));
    }

    Uni<PrivacySettings> set(WorkspaceId workspace, PrivacySettings settings) {
        return pool.preparedQuery(SET)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addArrayOfString(settings.dropped().toArray(String[]::new))
                        .addArrayOfString(settings.masked().toArray(String[]::new))
                        .addBoolean(settings.freeText())
                        .addArrayOfString(settings.kept().toArray(String[]::new)))
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
                List.of(row.getArrayOfStrings("kept")));
    }
}
