-- what people decided about executions, each decision once; an execution has the verdict of its last one
create table reviewed_verdicts (
    execution_id uuid not null references executions,
    attempt      smallint not null check (attempt >= 1),
    decision     integer not null check (decision >= 1), -- how often the review was settled with this
    workspace_id uuid not null,
    review_id    uuid not null,
    scored       text not null check (scored in ('PASS', 'FAIL', 'ERROR', 'UNSURE')), -- before anybody decided
    verdict      text not null check (verdict in ('PASS', 'FAIL')),
    reviewer     uuid not null,
    comment      text,
    decided_at   timestamptz not null,
    primary key (execution_id, attempt, decision)
);
