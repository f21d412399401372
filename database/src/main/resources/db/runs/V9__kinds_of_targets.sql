-- a target of whatever kind, in the form in which it goes to a worker, its secrets sealed
alter table targets add column definition json;

update targets
set definition = json_strip_nulls(json_build_object(
    'kind', 'http', 'id', id, 'name', name, 'url', url, 'method', method, 'headers', headers, 'body', body,
    'answer', answer,
    'limits', json_build_object('maxConcurrency', max_concurrency, 'requestsPerSecond', requests_per_second,
        'requestsPerMinute', requests_per_minute, 'tokensPerMinute', tokens_per_minute, 'downAfter', down_after),
    'sealedSecrets', sealed_secrets, 'reports', reports));

alter table targets
    alter column definition set not null,
    add check (definition ->> 'kind' is not null and definition ->> 'name' = name and definition ->> 'id' = id::text),
    drop column url,
    drop column method,
    drop column headers,
    drop column body,
    drop column answer,
    drop column max_concurrency,
    drop column requests_per_second,
    drop column requests_per_minute,
    drop column tokens_per_minute,
    drop column down_after,
    drop column sealed_secrets,
    drop column reports;
