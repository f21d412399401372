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
    add column exhausted text check (exhausted in ('TIME', 'TOKENS', 'COST')), -- what its last executions were not held for lack of
    -- conversations that it can afford beside those that are out, if they take what the others took; null for any number. The
    -- first one goes alone, to tell.
    add column affordable bigint generated always as (
        case when asking then
            least(
                case
                    when tokens > 0 then (token_limit - tokens) * greatest(recorded, 1) / tokens
                    when token_limit is not null and recorded = 0 then 1
                end,
                case
                    when cost > 0 then least((cost_limit - cost) * greatest(recorded, 1) / cost, 1000000)
                    when cost_limit is not null and recorded = 0 then 1
                end
            )::bigint - (total - queued - recorded)
        end) virtual;

update runs set asking = false where rescored_from is not null;
