-- Erasure of subjects, who looked at their data, and what is not kept of it.

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

-- What is left of outside assessments of erased subjects: sent again, they are recognised and not taken again.
create table erased_reference (
    workspace_id   uuid  not null,
    reference_hash bytea not null check (length(reference_hash) = 32),
    primary key (workspace_id, reference_hash)
);

-- A path of a skill has no space: no two pairs have the same text.
create function reference_hash(reference text, skill text) returns bytea
    language sql
    stable
as
$$
    select sha256(convert_to(skill || ' ' || reference, 'UTF8'));
$$;

-- Who looked at what personal data, as long as events are kept. An erasure takes the subject out and leaves the rest.
create table personal_read (
    workspace_id uuid        not null,
    read_id      uuid        not null,
    read_at      timestamptz not null,
    reader       uuid        not null, -- a user or an API key
    what         text        not null check (what in ('EVENTS', 'SESSIONS', 'PROFILES', 'EXPORT')),
    subject      text, -- null for one of whom nothing is stored, or who was erased
    primary key (workspace_id, read_id)
);

create index personal_read_by_subject on personal_read (workspace_id, subject, read_id);

-- Only for forgetting.
create index personal_read_by_age on personal_read using brin (read_at) with (pages_per_range = 32);

-- What is not kept of payloads that are sent to a workspace; without a row everything is.
create table privacy_settings (
    workspace_id uuid primary key,
    dropped      text[]  not null check (cardinality(dropped) <= 100), -- JSON Pointers
    masked       text[]  not null check (cardinality(masked) <= 100),
    free_text    boolean not null,
    kept         text[]  not null check (cardinality(kept) <= 100)
);
