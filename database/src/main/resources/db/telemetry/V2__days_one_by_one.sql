-- Pages are read in the order of time within a subject, a session or a type: the indexes have to have it too.

drop index event_by_session;
drop index event_by_subject;
create index event_by_session on event (workspace_id, session_id, occurred_at);
create index event_by_subject on event (workspace_id, subject_id, occurred_at);
create index event_by_type on event (workspace_id, type, occurred_at);

drop function drop_days(date);

-- The days before the given one that have partitions, oldest first.
create function expired_days(before date) returns setof date
    language sql
    stable
    set search_path from current
as
$$
    select to_date(child.relname, '"event_"YYYYMMDD') as day
    from pg_inherits
    join pg_class child on child.oid = pg_inherits.inhrelid
    where pg_inherits.inhparent = 'event'::regclass
      and child.relname < 'event_' || to_char(before, 'YYYYMMDD')
    order by day;
$$;

-- Drops the partition of a day together with its counts; answers false if another replica has done so. It needs the
-- table for itself for a moment, and whoever writes queues behind it for as long as it waits for that: so it waits a
-- tenth of a second, fails, and is called again. Detaching concurrently would wait without being in anybody's way, but
-- takes two transactions, and one that breaks off in between leaves a partition that every later one stumbles over.
create function drop_day(expired date) returns boolean
    language plpgsql
    set search_path from current
    set lock_timeout = '100ms'
as
$$
declare
    partition_name text := 'event_' || to_char(expired, 'YYYYMMDD');
begin
    perform pg_advisory_xact_lock('event'::regclass::oid::bigint);
    if to_regclass(partition_name) is null then
        return false;
    end if;
    execute format('drop table %I', partition_name);
    delete from event_count where day = expired;
    return true;
end;
$$;
