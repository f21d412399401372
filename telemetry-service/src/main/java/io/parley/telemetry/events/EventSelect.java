package io.parley.telemetry.events;

import io.parley.contracts.WorkspaceId;
import io.parley.telemetry.pages.Conditions;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** The query for one page of a workspace's events, and its values. */
record EventSelect(String text, Tuple values) {

    private static final String EVENTS =
            "select event_id, session_id, subject_id, type, occurred_at, received_at, payload::text from event";

    private static final String LATEST_FIRST = "occurred_at desc, event_id desc";

    /** @param ids under which the subject may be stored that the filter names */
    static EventSelect of(WorkspaceId workspace, EventFilter filter, Optional<List<String>> ids) {
        Conditions conditions = new Conditions()
                .and("workspace_id =", Optional.of(workspace.value()))
                .and("session_id =", filter.sessionId())
                .and("type =", filter.type())
                .and("occurred_at >=", filter.from().map(Conditions::utc))
                .and("occurred_at <", filter.to().map(Conditions::utc))
                .before("(occurred_at, event_id)", filter.after());
        return new EventSelect(conditions.first(filter.limit() + 1, EVENTS, LATEST_FIRST, ids), conditions.values());
    }
}
