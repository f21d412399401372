-- what its conversations took, over all attempts, as the target told it; null if it told nothing
alter table executions
    add column tokens bigint check (tokens >= 0),
    add column cost numeric check (cost >= 0);

alter table runs
    add column asking boolean not null default true, -- its executions ask the target: not those that are judged again
    add column time_limit interval check (time_limit > interval '0'), -- from its start until nothing more is sent out
    add column token_limit bigint check (token_limit > 0),
    add column cost_limit numeric check (cost_limit > 0),
    add column tokens bigint not null default 0 check (tokens >= 0), -- the sum over its executions
    add column cost numeric not null default 0 check (cost >= 0),
    add column held integer not null default 0 check (held >= 0), -- conversations held to their end, over all attempts
    add column exhausted text check (exhausted in ('TIME', 'TOKENS', 'COST')), -- what its last executions were not held for lack of
    -- conversations that it can afford beside those that are out; null for any number. One takes as much as all together took
    -- for each that was held to its end: what breaks off early tells nothing of what a whole one takes. Until one was held they go
    -- one by one, to tell.
    add column affordable bigint generated always as (
        case when asking then
            nullif(least(
                case
                    when held = 0 then (tokens < token_limit)::int
                    when tokens > 0 then div((token_limit - tokens)::numeric * held, tokens)
                end,
                case
                    when held = 0 then (cost < cost_limit)::int
                    when cost > 0 then div((cost_limit - cost) * held, cost)
                end,
                1000000
            ), 1000000)::bigint - (total - queued - recorded)
        end) virtual;

update runs set asking = false where rescored_from is not null;
