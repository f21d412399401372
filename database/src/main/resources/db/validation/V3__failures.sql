-- executions that ended FAIL or ERROR, with a copy of what tells why
create table failures (
    execution_id uuid not null,
    attempt      smallint not null check (attempt >= 1),
    workspace_id uuid not null,
    run_id       uuid not null,
    case_name    text,
    verdict      text not null check (verdict in ('FAIL', 'ERROR')),
    type         text not null, -- of the assertion that decided
    reason       text not null,
    answer       text not null, -- its start
    group_id     uuid,
    primary key (execution_id, attempt)
);

create index failures_of_run on failures (workspace_id, run_id, execution_id, attempt desc);
create index failures_of_group on failures (workspace_id, group_id, execution_id) where group_id is not null;

-- failures of one run and one cause; a run is grouped once, after it has ended
create table failure_groups (
    id              uuid primary key,
    workspace_id    uuid not null,
    run_id          uuid not null,
    suite_id        uuid not null,
    position        integer not null check (position >= 0), -- the largest is 0
    label           text not null,
    size            integer not null check (size >= 1),
    example         uuid not null,
    example_attempt smallint not null,
    centre          real[] not null, -- of the embeddings, one model's
    cause           uuid not null, -- the id of the first group of this cause
    seen_before     uuid references failure_groups,
    unique (workspace_id, run_id, position),
    foreign key (example, example_attempt) references failures,
    check ((seen_before is null) = (cause = id))
);

create index failure_groups_of_suite on failure_groups (workspace_id, suite_id, id desc);
create index failure_groups_of_cause on failure_groups (workspace_id, cause, run_id);

alter table failures add foreign key (group_id) references failure_groups;

-- what people know of a cause
create table failure_causes (
    workspace_id uuid not null,
    cause        uuid not null references failure_groups,
    name         text check (length(name) between 1 and 200),
    defect       text check (length(defect) between 1 and 2000),
    updated_by   uuid not null,
    updated_at   timestamptz not null default now(),
    primary key (workspace_id, cause)
);
