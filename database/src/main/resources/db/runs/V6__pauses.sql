-- executions in a row that find the target away until its runs pause; null for the usual number
alter table targets add column down_after integer check (down_after between 1 and 100000);

alter table runs
    -- why nothing of it is sent out for now, who paused it, since when
    add column pause json check (pause is null or status = 'RUNNING'),
    -- when one execution is let through to see whether the target is back; null unless it was paused for being away
    add column probe_at timestamptz check (probe_at is null or pause is not null),
    add column down_after integer not null default 10 check (down_after >= 1),
    add column unreachable integer not null default 0 check (unreachable >= 0); -- latest executions in a row that found no target
