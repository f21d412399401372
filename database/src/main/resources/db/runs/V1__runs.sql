create table targets (
    id                  uuid primary key,
    workspace_id        uuid not null,
    name                text not null check (length(name) between 1 and 200),
    url                 text not null,
    method              text not null check (method in ('GET', 'POST', 'PUT', 'PATCH')),
    headers             json not null,
    body                text,
    answer              text,
    max_concurrency     integer not null check (max_concurrency between 1 and 10000),
    requests_per_second double precision check (requests_per_second > 0),
    sealed_secrets      json not null,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now(),
    unique (workspace_id, name)
);

-- a suite is its name; what it says is in its revisions
create table suites (
    id           uuid primary key,
    workspace_id uuid not null,
    name         text not null check (length(name) between 1 and 200),
    created_at   timestamptz not null default now(),
    unique (workspace_id, name)
);

-- what was imported, never changed afterwards
create table suite_revisions (
    suite_id     uuid not null references suites,
    number       integer not null check (number >= 1),
    workspace_id uuid not null,
    source       text not null,
    source_hash  bytea not null check (length(source_hash) = 32), -- SHA-256
    target       text, -- name of the target the file asks for
    cases        integer not null check (cases >= 1),
    executions   integer not null check (executions >= cases), -- cases times their repeats
    turns        bigint not null check (turns >= executions), -- over all executions
    budget       interval not null check (budget > interval '0'), -- time all executions may take, one after another
    created_by   uuid not null,
    created_at   timestamptz not null default now(),
    primary key (suite_id, number)
);

-- the cases of a revision, their lists of variables multiplied out
create table suite_cases (
    suite_id     uuid not null,
    revision     integer not null,
    position     integer not null check (position >= 0), -- in the order of the file
    workspace_id uuid not null,
    repeat       smallint not null check (repeat >= 1),
    budget       interval not null check (budget > interval '0'), -- time one execution may take
    conversation json not null, -- as it goes to a worker
    primary key (suite_id, revision, position),
    foreign key (suite_id, revision) references suite_revisions
);

create table runs (
    id              uuid primary key,
    workspace_id    uuid not null,
    suite_id        uuid not null,
    revision        integer not null,
    target_id       uuid not null, -- no foreign key: a run outlives its target
    target_name     text not null,
    target          json not null, -- the target as it was at the start, as it goes to a worker
    pace            double precision not null check (pace > 0), -- seconds of the target's whole capacity one execution may take
    send_window     integer not null check (send_window >= 1), -- executions that may be on their way at once
    idempotency_key text check (length(idempotency_key) between 1 and 200),
    traceparent     text, -- of the request that started it
    status          text not null default 'RUNNING' check (status in ('RUNNING', 'COMPLETED', 'CANCELLED')),
    total           integer not null check (total >= 1),
    queued          integer not null check (queued >= 0),
    passed          integer not null default 0 check (passed >= 0),
    failed          integer not null default 0 check (failed >= 0),
    errored         integer not null default 0 check (errored >= 0),
    unsure          integer not null default 0 check (unsure >= 0),
    cancelled       integer not null default 0 check (cancelled >= 0),
    recorded        integer not null default 0 check (recorded between 0 and total), -- executions with a transcript
    finished        integer generated always as (passed + failed + errored + unsure + cancelled) virtual,
    in_flight       integer generated always as
                        (total - queued - (passed + failed + errored + unsure + cancelled)) virtual,
    created_by      uuid not null,
    created_at      timestamptz not null default now(),
    served_at       timestamptz not null default now(), -- last time some of its executions were sent out
    completed_at    timestamptz,
    unique (workspace_id, idempotency_key),
    foreign key (suite_id, revision) references suite_revisions,
    check (queued + passed + failed + errored + unsure + cancelled <= total),
    check ((status = 'RUNNING') = (completed_at is null)),
    check (status = 'RUNNING' or passed + failed + errored + unsure + cancelled = total),
    check (status <> 'COMPLETED' or recorded = total)
) with (fillfactor = 50); -- its counts change all the time: room to do it in place

create index runs_newest on runs (workspace_id, id);
create index runs_of_suite on runs (workspace_id, suite_id, id);
create index runs_by_status on runs (workspace_id, status, id);
create index runs_under_way on runs (id) where status = 'RUNNING';

create table executions (
    id           uuid primary key default uuidv7(),
    workspace_id uuid not null,
    run_id       uuid not null references runs,
    deadline     timestamptz, -- when what is awaited counts as lost; null while nothing is
    duration     bigint check (duration >= 0), -- microseconds
    score        double precision check (score between 0 and 1),
    position     integer not null,
    attempt      smallint not null default 1 check (attempt >= 1),
    repeat       smallint not null check (repeat >= 1),
    recorded     boolean not null default false, -- has its transcript
    status       text not null default 'QUEUED' check (status in ('QUEUED', 'DISPATCHED', 'FINISHED', 'CANCELLED')),
    verdict      text check (verdict in ('PASS', 'FAIL', 'ERROR', 'UNSURE')),
    failure      json, -- why the conversation broke off
    unique (run_id, position, repeat),
    check ((status = 'FINISHED') = (verdict is not null))
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);

-- what the dispatcher looks for
create index executions_queued on executions (run_id, position, repeat) where status = 'QUEUED';
-- what the sweep looks for
create index executions_awaited on executions (deadline) where deadline is not null;
-- what people look for
create index executions_failed on executions (run_id, position, repeat) where verdict = 'FAIL';
create index executions_errored on executions (run_id, position, repeat) where verdict = 'ERROR';
create index executions_unsure on executions (run_id, position, repeat) where verdict = 'UNSURE';

create table transcripts (
    execution_id uuid primary key references executions,
    workspace_id uuid not null,
    attempt      smallint not null,
    body         json not null
);

create table verdicts (
    execution_id uuid primary key references executions,
    workspace_id uuid not null,
    attempt      smallint not null,
    results      json not null
);

create table outbox (
    id           uuid primary key default uuidv7(),
    routing_key  text not null,
    workspace_id uuid not null,
    body         jsonb not null,
    traceparent  text
);

-- Statements here touch a few rows by key in tables that grow from nothing to millions: compiling them costs more than
-- running them, and a plan made while a table was empty must still use the index when it is full.
do $$
begin
    execute format('alter role %I in database %I set jit = off', '${role}', current_database());
    execute format('alter role %I in database %I set random_page_cost = 1.1', '${role}', current_database());
end
$$;
