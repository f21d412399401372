alter table runs
    -- why nothing of it is sent out for now, who paused it, since when
    add column pause json check (pause is null or status = 'RUNNING'),
    -- when one execution is let through to see whether the target is back; null unless it was paused for being away
    add column probe_at timestamptz check (probe_at is null or pause is not null);
