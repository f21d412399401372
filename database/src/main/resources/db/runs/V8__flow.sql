alter table targets
    add column requests_per_minute double precision check (requests_per_minute > 0),
    add column tokens_per_minute bigint check (tokens_per_minute > 0);

alter table runs
    add column repeat smallint check (repeat between 1 and 100), -- of every case; null for as often as each case says
    add column priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH')),
    -- its share beside those of the workspace's other runs
    add column weight integer generated always as (case priority when 'HIGH' then 4 when 'NORMAL' then 2 else 1 end) virtual,
    add column retry_of uuid, -- its executions are those that failed there; no foreign key: a run outlives the one it retries
    add column partial boolean not null default false; -- it has but some of the executions of its revision
