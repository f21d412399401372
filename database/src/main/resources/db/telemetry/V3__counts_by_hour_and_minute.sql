-- Counts of smaller units than the day, kept by the statement that stores the events.

create table event_count_hour (
    workspace_id uuid        not null,
    hour         timestamptz not null,
    type         text        not null,
    events       bigint      not null check (events > 0),
    primary key (workspace_id, hour, type)
) with (fillfactor = 50);

create table event_count_minute (
    workspace_id uuid        not null,
    minute       timestamptz not null,
    type         text        not null,
    events       bigint      not null check (events > 0),
    primary key (workspace_id, minute, type)
) with (fillfactor = 50);

-- Only for forgetting a day; costs an insert nothing.
create index event_count_hour_by_time on event_count_hour using brin (hour) with (pages_per_range = 32);
create index event_count_minute_by_time on event_count_minute using brin (minute) with (pages_per_range = 32);

insert into event_count_hour (workspace_id, hour, type, events)
select workspace_id, date_trunc('hour', occurred_at, 'UTC'), type, count(*)
from event
group by 1, 2, 3;

insert into event_count_minute (workspace_id, minute, type, events)
select workspace_id, date_trunc('minute', occurred_at, 'UTC'), type, count(*)
from event
group by 1, 2, 3;

create or replace function drop_day(expired date) returns boolean
    language plpgsql
    set search_path from current
    set lock_timeout = '100ms'
as
$$
declare
    partition_name text := 'event_' || to_char(expired, 'YYYYMMDD');
    begins timestamptz := expired::timestamp at time zone 'UTC';
    ends timestamptz := (expired + 1)::timestamp at time zone 'UTC';
begin
    perform pg_advisory_xact_lock('event'::regclass::oid::bigint);
    if to_regclass(partition_name) is null then
        return false;
    end if;
    execute format('drop table %I', partition_name);
    delete from event_count where day = expired;
    delete from event_count_hour where hour >= begins and hour < ends;
    delete from event_count_minute where minute >= begins and minute < ends;
    return true;
end;
$$;
