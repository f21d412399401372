-- language models that judge answers, as workspaces register them
create table models (
    id              uuid primary key,
    workspace_id    uuid not null,
    name            text not null check (length(name) between 1 and 200),
    base_url        text not null check (length(base_url) <= 2000),
    model           text not null check (length(model) between 1 and 200), -- as its endpoint calls it
    sealed_key      text,
    input_price     numeric(12, 6) not null check (input_price >= 0), -- of a million tokens
    output_price    numeric(12, 6) not null check (output_price >= 0),
    max_concurrency smallint not null check (max_concurrency between 1 and 256),
    timeout_ms      integer not null check (timeout_ms between 1000 and 120000),
    budget_cost     numeric(18, 6) check (budget_cost > 0), -- of one run
    budget_tokens   bigint check (budget_tokens > 0),
    reuse_seconds   integer check (reuse_seconds between 1 and 2592000),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    unique (workspace_id, name)
);

-- what judges said: read before one is asked the same again, and the account of what it cost
create table judgements (
    execution_id  uuid not null,
    attempt       smallint not null check (attempt >= 1),
    question      bytea not null check (length(question) = 32), -- SHA-256 of all that makes the answer what it is
    workspace_id  uuid not null,
    run_id        uuid not null,
    model_id      uuid not null, -- it may be removed, the account stays
    verdict       text check (verdict in ('PASS', 'FAIL')), -- null: the answer was malformed
    confidence    double precision check (confidence between 0 and 1),
    reason        text not null,
    input_tokens  bigint not null check (input_tokens >= 0),
    output_tokens bigint not null check (output_tokens >= 0),
    cost          numeric(24, 12) not null check (cost >= 0),
    judged_at     timestamptz not null default now(),
    primary key (execution_id, attempt, question),
    check ((verdict is null) = (confidence is null))
);

create index judgements_of_question on judgements (workspace_id, question, judged_at);
create index judgements_oldest on judgements (judged_at);

-- what judging cost, by run and model: kept by the statement that stores a judgement
create table judge_costs (
    workspace_id  uuid not null,
    run_id        uuid not null,
    model_id      uuid not null,
    name          text not null, -- of the model when it first judged in the run
    judgements    bigint not null check (judgements >= 1),
    input_tokens  bigint not null check (input_tokens >= 0),
    output_tokens bigint not null check (output_tokens >= 0),
    cost          numeric(24, 12) not null check (cost >= 0),
    primary key (workspace_id, run_id, model_id)
);
