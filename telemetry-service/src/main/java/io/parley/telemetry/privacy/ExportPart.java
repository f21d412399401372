package io.parley.telemetry.privacy;

import java.util.List;

/** One list of an export, of one table after the other. */
record ExportPart(String name, List<Source> sources) {

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final String BEFORE_ALL = "-infinity";

    private static final String SESSION = """
            select json_build_object('sessionId', session_id, 'firstAt', first_at, 'lastAt', last_at, 'events', events,
                    'closedAt', closed_at, 'features', features)::text as json,
                array[first_at::text, session_id::text] as key
            from session
            """;

    private static final Source EVENTS = Source.of(List.of(BEFORE_ALL, NO_ID), """
            select json_build_object('eventId', event_id, 'sessionId', session_id, 'type', type, 'occurredAt',
                    occurred_at, 'receivedAt', received_at, 'payload', payload)::text as json,
                array[occurred_at::text, event_id::text] as key
            from event
            where workspace_id = $1 and subject_id = ($2::text[])[1]
              and (occurred_at, event_id) > (($3::text[])[1]::timestamptz, ($3::text[])[2]::uuid)
            order by occurred_at, event_id
            limit $4
            """);

    private static final Source SESSIONS_BEGUN = Source.of(List.of(BEFORE_ALL, NO_ID), SESSION + """
            where workspace_id = $1 and subject_id = ($2::text[])[1]
              and (first_at, session_id) > (($3::text[])[1]::timestamptz, ($3::text[])[2]::uuid)
            order by first_at, session_id
            limit $4
            """);

    private static final Source SESSIONS_JOINED = Source.ofAll(List.of(BEFORE_ALL, NO_ID), SESSION + """
            where workspace_id = $1 and subject_id <> all($2::text[])
              and session_id in (select event.session_id from event where workspace_id = $1 and subject_id = any($2::text[]))
              and (first_at, session_id) > (($3::text[])[1]::timestamptz, ($3::text[])[2]::uuid)
            order by first_at, session_id
            limit $4
            """);

    private static final Source VERDICTS = Source.of(List.of("", BEFORE_ALL, NO_ID), """
            select json_build_object('source', case when review_id is null then 'EXECUTION' else 'REVIEW' end,
                    'reference', case when review_id is null then 'execution:' || execution_id else 'review:' || review_id end,
                    'skill', skill, 'correct', coalesce(reviewed.verdict, assessed.verdict) = 'PASS', 'weight', 1,
                    'at', ended_at)::text as json,
                array[skill, ended_at::text, execution_id::text] as key
            from assessed_execution as assessed
            left join reviewed_execution as reviewed using (workspace_id, execution_id, attempt)
            where workspace_id = $1 and assistant = ($2::text[])[1] and coalesce(reviewed.verdict, assessed.verdict) in ('PASS', 'FAIL')
              and (skill, ended_at, execution_id)
                > (($3::text[])[1], ($3::text[])[2]::timestamptz, ($3::text[])[3]::uuid)
            order by skill, ended_at, execution_id
            limit $4
            """);

    private static final Source READS = Source.of(List.of(NO_ID), """
            select json_build_object('readAt', read_at, 'reader', reader, 'what', what)::text as json,
                array[read_id::text] as key
            from personal_read
            where workspace_id = $1 and subject = ($2::text[])[1] and read_id > ($3::text[])[1]::uuid
            order by read_id
            limit $4
            """);

    static final List<ExportPart> ALL = List.of(
            new ExportPart("events", List.of(EVENTS)),
            new ExportPart("sessions", List.of(SESSIONS_BEGUN, SESSIONS_JOINED)),
            new ExportPart("observations", List.of(observations("LEARNER"), observations("ASSISTANT"), VERDICTS)),
            new ExportPart("reads", List.of(READS)));

    /**
     * Rows of one table in the order of an index, so that no page costs more than the one before.
     *
     * @param first a key before that of every row
     * @param idsTogether whether the query is one for all ids that the subject has; otherwise it is asked for each of them, so
     *     that an index has the order
     * @param query answers of each row of the subject with the ids $2 in workspace $1 its {@code json} and its {@code key};
     *     $3 is the key of the row before the page
     */
    record Source(List<String> first, boolean idsTogether, String query) {

        private static Source of(List<String> first, String query) {
            return new Source(first, false, query);
        }

        private static Source ofAll(List<String> first, String query) {
            return new Source(first, true, query);
        }

        /** The ids that each query is about, in the order of the queries. */
        List<List<String>> queried(List<String> ids) {
            return idsTogether ? List.of(ids) : ids.stream().map(List::of).toList();
        }
    }

    private static Source observations(String kind) {
        return Source.of(List.of("", BEFORE_ALL, "", ""), """
            select json_build_object('source', source, 'reference', reference, 'skill', skill, 'correct', correct,
                    'weight', weight, 'at', observed_at)::text as json,
                array[skill, observed_at::text, source, reference] as key
            from observation
            where workspace_id = $1 and subject_kind = '%s' and subject = ($2::text[])[1]
              and (skill, observed_at, source, reference)
                > (($3::text[])[1], ($3::text[])[2]::timestamptz, ($3::text[])[3], ($3::text[])[4])
            order by skill, observed_at, source, reference
            limit $4
            """.formatted(kind));
    }
}
