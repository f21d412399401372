-- the same in every revision for the same case: its name and its variables, whatever order they were written in
alter table suite_cases
    add column identity uuid not null generated always as
        (md5((conversation ->> 'name') || e'\n' || (conversation ->> 'vars')::jsonb::text)::uuid) stored;
