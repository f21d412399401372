-- Events by the day they occurred on, UTC. What is resent is recognised by event_identity, which spans all days: a
-- unique index on a partitioned table could not, since it has to contain the day.

create table event (
    occurred_at  timestamptz not null,
    received_at  timestamptz not null,
    workspace_id uuid        not null,
    event_id     uuid        not null,
    session_id   uuid        not null,
    subject_id   text        not null,
    type         text        not null,
    payload      jsonb       not null
) partition by range (occurred_at);

-- The order in which events are read and, nearly, in which they come: inserts stay at the right edge of the index.
create index event_by_time on event (workspace_id, occurred_at, event_id);

-- Few distinct keys: the entries of one session or subject share theirs, which keeps both indexes small.
create index event_by_session on event (workspace_id, session_id);
create index event_by_subject on event (workspace_id, subject_id);

create table event_identity (
    workspace_id uuid not null,
    event_id     uuid not null,
    day          date not null,
    primary key (workspace_id, event_id)
);

-- Only for forgetting a day; costs an insert nothing.
create index event_identity_by_day on event_identity using brin (day) with (pages_per_range = 32);

create table event_count (
    workspace_id uuid   not null,
    day          date   not null,
    type         text   not null,
    events       bigint not null check (events > 0),
    primary key (workspace_id, day, type)
) with (fillfactor = 50);

-- Makes the partitions of days that have none yet. Attaching one, unlike creating it in place, lets inserts and reads
-- go on; the advisory lock makes replicas that open the same day take turns.
create function open_days(days date[]) returns void
    language plpgsql
    set search_path from current
as
$$
declare
    opened date;
    partition_name text;
begin
    perform pg_advisory_xact_lock('event'::regclass::oid::bigint);
    foreach opened in array days loop
        partition_name := 'event_' || to_char(opened, 'YYYYMMDD');
        if to_regclass(partition_name) is null then
            execute format('create table %I (like event including all)', partition_name);
            execute format(
                'alter table event attach partition %I for values from (%L) to (%L)',
                partition_name,
                opened::timestamp at time zone 'UTC',
                (opened + 1)::timestamp at time zone 'UTC');
        end if;
    end loop;
end;
$$;

-- Drops the partitions of days before the given one together with their counts; answers how many. Dropping needs the
-- table for itself for a moment: it gives up rather than let inserts queue behind a long read.
create function drop_days(before date) returns integer
    language plpgsql
    set search_path from current
    set lock_timeout = '2s'
as
$$
declare
    expired text;
    dropped integer := 0;
begin
    perform pg_advisory_xact_lock('event'::regclass::oid::bigint);
    for expired in
        select child.relname
        from pg_inherits
        join pg_class child on child.oid = pg_inherits.inhrelid
        where pg_inherits.inhparent = 'event'::regclass
          and child.relname < 'event_' || to_char(before, 'YYYYMMDD')
        order by child.relname
    loop
        execute format('drop table %I', expired);
        dropped := dropped + 1;
    end loop;
    delete from event_count where day < before;
    return dropped;
end;
$$;

-- Its partitions come and go, so the service owns the table.
grant usage, create on schema ${flyway:defaultSchema} to ${role};
alter table event owner to ${role};
