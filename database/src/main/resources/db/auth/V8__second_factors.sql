-- one for each user; it is asked for once it is confirmed
create table second_factors (
    user_id      uuid primary key references users,
    secret       text not null, -- sealed
    confirmed_at timestamptz,
    last_step    bigint not null default 0, -- of the last code that was good: it and those before are good no more
    created_at   timestamptz not null default now()
);

-- each good once; they go with the factor that they stand in for
create table recovery_codes (
    user_id uuid not null references second_factors on delete cascade,
    hash    bytea not null check (length(hash) = 32),
    primary key (user_id, hash)
);
