-- Sessions as their events tell of them. Each is opened by its first event; when it is due somebody looks whether it is
-- over, and if so computes its features. What comes late makes it due again.

create table session (
    workspace_id     uuid        not null,
    session_id       uuid        not null,
    subject_id       text        not null,
    first_at         timestamptz not null,
    last_at          timestamptz not null,
    heard_at         timestamptz not null,
    events           bigint      not null check (events > 0),
    ended            boolean     not null,
    due_at           timestamptz,
    closed_at        timestamptz,
    computed_at      timestamptz,
    features_version integer,
    features         jsonb,
    primary key (workspace_id, session_id),
    check (due_at is not null or closed_at is not null)
) with (fillfactor = 70);

-- No event but the first, the last and late ones moves due_at or first_at: the others leave every index alone.
create index session_due on session (due_at) where due_at is not null;
create index session_by_time on session (workspace_id, first_at, session_id);
create index session_by_subject on session (workspace_id, subject_id, first_at);

-- Only for forgetting.
create index session_by_age on session using brin (first_at) with (pages_per_range = 32);

-- An execution reports itself whole, in one event: it is no session whose end anybody waits for.
insert into session (workspace_id, session_id, subject_id, first_at, last_at, heard_at, events, ended, due_at)
select workspace_id, session_id, (array_agg(subject_id order by occurred_at, event_id))[1],
    min(occurred_at), max(occurred_at), max(received_at), count(*), bool_or(type = 'session.ended'), max(received_at)
from event
where type <> 'execution.completed'
group by workspace_id, session_id;
