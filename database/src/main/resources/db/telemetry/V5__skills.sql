-- Skills, and what is evidence for somebody having them. Evidence comes by message and is never refused: so it names its
-- skill without a foreign key, and a skill that nobody described is one as well.

create table skill (
    workspace_id uuid not null,
    path         text not null check (
        length(path) <= 200 and path ~ '^[^.[:space:][:cntrl:]]+([.][^.[:space:][:cntrl:]]+)*$'),
    parent       text generated always as (substring(path from '^(.*)[.][^.]*$')) stored,
    title        text check (length(title) between 1 and 200),
    description  text check (length(description) <= 2000),
    -- what was fitted to the skill's learners; the defaults hold until then
    prior        double precision check (prior > 0 and prior < 1),
    learn        double precision check (learn >= 0 and learn < 1),
    guess        double precision check (guess > 0 and guess < 0.5),
    slip         double precision check (slip > 0 and slip < 0.5),
    fitted_at    timestamptz,
    primary key (workspace_id, path),
    foreign key (workspace_id, parent) references skill (workspace_id, path),
    check (num_nulls(prior, learn, guess, slip, fitted_at) in (0, 5))
);

create index skill_by_parent on skill (workspace_id, parent);

-- A skill and those above it, from the top.
create function skill_line(path text) returns setof text
    language sql
    immutable
as
$$
    select array_to_string((string_to_array(path, '.'))[1:depth], '.')
    from generate_series(1, cardinality(string_to_array(path, '.'))) as depth;
$$;

-- Which events are observations of a skill. Applied by the statement that stores an event, and so once.
create table skill_rule (
    workspace_id    uuid             not null,
    rule_id         uuid             not null,
    type            text             not null check (length(type) between 1 and 100 and type <> 'execution.completed'),
    skill           text             not null,
    subject_kind    text             not null check (subject_kind in ('LEARNER', 'ASSISTANT')),
    weight          double precision not null check (weight > 0 and weight <= 1),
    condition_path  text[], -- the value there is to be this one; null for no condition
    condition_value jsonb,
    correct_path    text[], -- correct if the value there is this one; null if that is settled
    correct_value   jsonb            not null,
    primary key (workspace_id, rule_id),
    foreign key (workspace_id, skill) references skill (workspace_id, path),
    check ((condition_path is null) = (condition_value is null)),
    check (correct_path is not null or correct_value in ('true', 'false'))
);

create index skill_rule_by_type on skill_rule (workspace_id, type);
create index skill_rule_by_skill on skill_rule (workspace_id, skill);

-- Observations as events and outside assessments made them.
create table observation (
    workspace_id uuid             not null,
    source       text             not null check (source in ('EVENT', 'OUTSIDE')),
    reference    text             not null check (length(reference) between 1 and 200),
    skill        text             not null,
    subject_kind text             not null check (subject_kind in ('LEARNER', 'ASSISTANT')),
    subject      text             not null check (length(subject) between 1 and 300),
    correct      boolean          not null,
    weight       double precision not null check (weight > 0 and weight <= 1),
    observed_at  timestamptz      not null,
    session_id   uuid,
    primary key (workspace_id, source, reference, skill)
);

create index observation_by_subject on observation (workspace_id, subject_kind, subject, observed_at);
create index observation_by_skill on observation (workspace_id, skill, subject_kind);

-- Verdicts of executions whose cases name skills: the latest attempt of each.
create table assessed_execution (
    workspace_id uuid        not null,
    execution_id uuid        not null,
    skill        text        not null,
    attempt      integer     not null check (attempt >= 1),
    run_id       uuid        not null,
    assistant    text        not null,
    verdict      text        not null check (verdict in ('PASS', 'FAIL', 'ERROR', 'UNSURE')),
    ended_at     timestamptz not null,
    primary key (workspace_id, execution_id, skill)
);

create index assessed_execution_by_assistant on assessed_execution (workspace_id, assistant, ended_at);
create index assessed_execution_by_skill on assessed_execution (workspace_id, skill);

-- What people decided about executions: the latest decision of each attempt, whether or not its verdict is here already.
create table reviewed_execution (
    workspace_id uuid        not null,
    execution_id uuid        not null,
    attempt      integer     not null check (attempt >= 1),
    review_id    uuid        not null,
    decision     integer     not null check (decision >= 1),
    verdict      text        not null check (verdict in ('PASS', 'FAIL')),
    decided_at   timestamptz not null,
    primary key (workspace_id, execution_id, attempt)
);

-- All evidence. What a person decided about an execution takes the place of its verdict.
create view evidence as
select workspace_id, source, reference, skill, subject_kind, subject, correct, weight, observed_at,
    '/api/v1/telemetry/sessions/' || session_id as link
from observation
union all
select workspace_id, 'EXECUTION', 'execution:' || execution_id, skill, 'ASSISTANT', assistant, verdict = 'PASS', 1,
    ended_at, '/api/v1/runs/' || run_id || '/executions/' || execution_id
from assessed_execution as assessed
where verdict in ('PASS', 'FAIL')
  and not exists (
      select from reviewed_execution as reviewed
      where (reviewed.workspace_id, reviewed.execution_id, reviewed.attempt)
          = (assessed.workspace_id, assessed.execution_id, assessed.attempt))
union all
select workspace_id, 'REVIEW', 'review:' || reviewed.review_id, skill, 'ASSISTANT', assistant,
    reviewed.verdict = 'PASS', 1, ended_at, '/api/v1/reviews/' || reviewed.review_id
from reviewed_execution as reviewed
join assessed_execution as assessed using (workspace_id, execution_id, attempt);
