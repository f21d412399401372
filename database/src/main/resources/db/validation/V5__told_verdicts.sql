-- verdicts that took a model, as they were first told: one that is told again is told as it was
create table told_verdicts (
    execution_id uuid not null,
    attempt      smallint not null check (attempt >= 1),
    workspace_id uuid not null,
    told         text not null, -- JSON; as jsonb no text in it could have every character
    told_at      timestamptz not null default now(),
    primary key (execution_id, attempt)
);

create index told_verdicts_oldest on told_verdicts (told_at);
