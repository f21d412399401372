-- A key is published before it signs, so that verifiers can know it by then, and for as long afterwards as a token lives.
alter table signing_keys
    add column state text not null default 'next' check (state in ('next', 'current', 'retired')),
    add column retired_at timestamptz;

update signing_keys set state = 'current' where current;

alter table signing_keys
    drop column current,
    add check (state <> 'retired' or retired_at is not null);

create unique index signing_keys_current_key on signing_keys (state) where state = 'current';
create unique index signing_keys_next_key on signing_keys (state) where state = 'next';

create index audit_object on audit (workspace_id, action, id);
