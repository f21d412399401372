-- Erasure of subjects, who looked at their data, and what is not kept of it.

-- Zero within an erasure only, which ends by removing those counts.
alter table event_count drop constraint event_count_events_check, add check (events >= 0);
alter table event_count_hour drop constraint event_count_hour_events_check, add check (events >= 0);
alter table event_count_minute drop constraint event_count_minute_events_check, add check (events >= 0);

-- Receipts. They do not name whom they are about.
create table erasure (
    workspace_id uuid        not null,
    erasure_id   uuid        not null,
    erased_at    timestamptz not null,
    erased_by    uuid        not null, -- a user or an API key
    events       bigint      not null check (events >= 0),
    sessions     bigint      not null check (sessions >= 0),
    observations bigint      not null check (observations >= 0),
    primary key (workspace_id, erasure_id)
);

-- Who looked at what personal data. An erasure takes the subject out and leaves the rest.
create table personal_read (
    workspace_id uuid        not null,
    read_id      uuid        not null,
    read_at      timestamptz not null,
    reader       uuid        not null, -- a user or an API key
    what         text        not null check (what in ('EVENTS', 'SESSIONS', 'PROFILES', 'EXPORT')),
    subject      text, -- null for several, or for one that was erased
    primary key (workspace_id, read_id)
);

create index personal_read_by_subject on personal_read (workspace_id, subject);

-- What is not kept of payloads that are sent to a workspace; without a row everything is.
create table privacy_settings (
    workspace_id uuid primary key,
    dropped      text[]  not null check (cardinality(dropped) <= 100), -- JSON Pointers
    masked       text[]  not null check (cardinality(masked) <= 100),
    free_text    boolean not null,
    kept         text[]  not null check (cardinality(kept) <= 100)
);
