-- executions of several attempts, the later of which neither failed nor errored: what failed before it is over
create table recoveries (
    execution_id uuid primary key,
    attempt      smallint not null check (attempt > 1), -- the latest of them
    workspace_id uuid not null,
    run_id       uuid not null
);

-- failures that still stand: of the execution's latest attempt, and not passed by people; what they decided holds until they
-- have decided anew
create view current_failures as
select f.*
from failures f
where not exists (select 1 from failures later where later.execution_id = f.execution_id and later.attempt > f.attempt)
  and not exists (select 1 from recoveries r where r.execution_id = f.execution_id and r.attempt > f.attempt)
  and not exists (
      select 1 from reviews v
      where v.execution_id = f.execution_id and v.attempt = f.attempt
        and coalesce(v.verdict, (
            select h.verdict from review_history h
            where h.review_id = v.id and h.round = v.round - 1 and h.step <> 'REOPENING'
            order by h.at desc
            limit 1)) = 'PASS');

-- what is in a group changes after it was made, so its size is counted when it is asked for
alter table failure_groups drop column size;
