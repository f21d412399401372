package io.parley.telemetry.events;

import io.parley.contracts.WorkspaceId;
import io.parley.telemetry.pages.Conditions;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;

/** The query for one page of a workspace's events, and its values. */
record EventSelect(String text, Tuple values) {

    static EventSelect of(WorkspaceId workspace, EventFilter filter) {
        Conditions conditions = new Conditions()
                .and("workspace_id =", Optional.of(workspace.value()))
                .and("session_id =", filter.sessionId())
                .and("subject_id =", filter.subjectId())
                .and("type =", filter.type())
                .and("occurred_at >=", filter.from().map(Conditions::utc))
                .and("occurred_at <", filter.to().map(Conditions::utc))
                .before("(occurred_at, event_id)", filter.after());
        String limit = conditions.placeholder(filter.limit() + 1);
        return new EventSelect("""
                select event_id, session_id, subject_id, type, occurred_at, received_at, payload::text
                from event
                where %s
                order by occurred_at desc, event_id desc
                limit %s
                """.formatted(conditions.text(), limit), conditions.values());
    }
}
