-- how a workspace reviews; without a row one person decides and no judge has a floor
create table review_settings (
    workspace_id uuid primary key,
    reviewers    smallint not null check (reviewers in (1, 2)),
    judge_floor  double precision check (judge_floor between -1 and 1), -- Cohen's kappa
    updated_by   uuid not null,
    updated_at   timestamptz not null default now()
);

-- executions that a person has to decide, with a copy of what is needed for that
create table reviews (
    id            uuid primary key default uuidv7(),
    workspace_id  uuid not null,
    run_id        uuid not null,
    execution_id  uuid not null,
    attempt       smallint not null check (attempt >= 1),
    case_name     text,
    scored        text not null check (scored in ('PASS', 'FAIL', 'ERROR', 'UNSURE')), -- what the assertions came to
    transcript    json not null,
    results       json not null,
    judged        json not null, -- verdicts of judges that a decision is a label for
    reviewers     smallint not null check (reviewers in (1, 2)), -- as the workspace had it when this was opened
    state         text not null default 'OPEN' check (state in ('OPEN', 'SECOND', 'DISPUTED', 'SETTLED')),
    round         integer not null default 1 check (round >= 1), -- one more each time it is reopened
    verdict       text check (verdict in ('PASS', 'FAIL')),
    claimed_by    uuid,
    claimed_until timestamptz, -- the lease: whoever has it may decide until then
    opened_at     timestamptz not null default now(),
    settled_at    timestamptz,
    unique (execution_id, attempt),
    check ((state = 'SETTLED') = (verdict is not null)),
    check ((state = 'SETTLED') = (settled_at is not null)),
    check (reviewers = 2 or state not in ('SECOND', 'DISPUTED')),
    check ((claimed_by is null) = (claimed_until is null)),
    check (state <> 'SETTLED' or claimed_by is null)
);

create index reviews_oldest on reviews (workspace_id, id);
create index reviews_waiting on reviews (workspace_id, id) where state <> 'SETTLED';
create index reviews_claimed on reviews (workspace_id, claimed_by) where claimed_by is not null;
create index reviews_of_run on reviews (workspace_id, run_id, id);
create index reviews_of_case on reviews (workspace_id, case_name, id);

-- the steps from one state to the next; a round ends with SETTLED and another begins with OPEN
create function refuse_illegal_step() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in (
            ('OPEN', 'SECOND'), ('OPEN', 'SETTLED'), ('SECOND', 'SETTLED'), ('SECOND', 'DISPUTED'),
            ('DISPUTED', 'SETTLED'), ('SETTLED', 'OPEN')) then
        raise exception 'a review that is % cannot become %', old.state, new.state;
    end if;
    if new.round <> old.round + (old.state = 'SETTLED')::int then
        raise exception 'a review''s round changes when it is reopened, and only then';
    end if;
    return new;
end
$$;

create trigger reviews_take_legal_steps
    before update of state, round on reviews
    for each row execute function refuse_illegal_step();

-- who decided what; each step is taken once in a round, and by somebody who has taken none of its others
create table review_history (
    review_id    uuid not null references reviews,
    round        integer not null check (round >= 1),
    step         text not null check (step in ('FIRST', 'SECOND', 'ADJUDICATION', 'REOPENING')),
    workspace_id uuid not null,
    person       uuid not null,
    verdict      text check (verdict in ('PASS', 'FAIL')),
    comment      text check (length(comment) <= 10000),
    at           timestamptz not null default now(),
    primary key (review_id, round, step),
    check ((step = 'REOPENING') = (verdict is null))
);

create unique index review_history_person on review_history (review_id, round, person) where step <> 'REOPENING';

-- what people decided about executions that judges had judged
create table judge_labels (
    review_id    uuid not null references reviews,
    position     integer not null check (position >= 0), -- among the verdicts of the execution's judges
    workspace_id uuid not null,
    model        text not null check (length(model) between 1 and 200),
    prompt       text not null check (length(prompt) between 1 and 200), -- its version
    judged       text not null check (judged in ('PASS', 'FAIL', 'UNSURE')),
    decided      text not null check (decided in ('PASS', 'FAIL')),
    primary key (review_id, position)
);

create index judge_labels_of_judge on judge_labels (workspace_id, model, prompt, judged, decided);

create table outbox (
    id           uuid primary key default uuidv7(),
    routing_key  text not null,
    workspace_id uuid not null,
    body         jsonb not null,
    traceparent  text
);

-- As in runs: a few rows by key, in tables that grow from nothing.
do $$
begin
    execute format('alter role %I in database %I set jit = off', '${role}', current_database());
    execute format('alter role %I in database %I set random_page_cost = 1.1', '${role}', current_database());
end
$$;
