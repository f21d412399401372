-- the same in every revision for the same case: its name and its variables, whatever order they were written in
alter table suite_cases
    add column identity uuid not null generated always as
        (md5((conversation ->> 'name') || e'\n' || (conversation ->> 'vars')::jsonb::text)::uuid) stored;

-- where a case stands in another revision
create index suite_cases_by_identity on suite_cases (suite_id, revision, identity) include (position);

-- what a run of the revision must keep to; null for what the file does not ask
alter table suite_revisions
    add column gate_pass_rate double precision check (gate_pass_rate between 0 and 1), -- at least
    add column gate_unsure double precision check (gate_unsure between 0 and 1), -- at most, share of all executions
    add column gate_regressions integer check (gate_regressions >= 0); -- at most, cases

alter table runs
    add column branch text not null default 'main' check (length(branch) between 1 and 200),
    add column rescored_from uuid, -- its executions ask no target; no foreign key: a run outlives the one it was rescored from
    add unique (id, suite_id);

-- the runs that tell whether a verdict changes while the conversation does not
create index runs_rescored on runs (rescored_from) where rescored_from is not null;

-- the run that others of its suite and branch are held against
create table baselines (
    suite_id     uuid not null references suites,
    branch       text not null check (length(branch) between 1 and 200),
    workspace_id uuid not null,
    run_id       uuid not null,
    set_by       uuid not null,
    set_at       timestamptz not null default now(),
    primary key (suite_id, branch),
    foreign key (run_id, suite_id) references runs (id, suite_id)
);

alter table executions
    -- held to its end: the transcript can be judged again, the duration says how fast the target is
    add column held boolean not null default false,
    -- the execution whose transcript stands for a conversation with the target; itself when it is judged again
    add column recording_of uuid,
    -- the attempt that it was last queued with by a person; those after it are the sweep's
    add column first_attempt smallint not null default 1 check (first_attempt between 1 and attempt);

update executions set held = true where recorded and failure is null;
