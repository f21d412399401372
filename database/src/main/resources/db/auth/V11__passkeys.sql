-- keys that devices keep; here is what their signatures are known by
create table passkeys (
    id           uuid primary key default uuidv7(),
    user_id      uuid not null references users on delete cascade,
    key_id       bytea not null unique check (length(key_id) between 1 and 1023), -- the device's
    name         text not null check (length(name) between 1 and 100),
    public_key   bytea not null, -- X.509 SubjectPublicKeyInfo
    algorithm    int not null, -- of COSE
    counter      bigint not null check (counter >= 0), -- of uses, where the device counts
    created_at   timestamptz not null default now(),
    last_used_at timestamptz
);

create index passkeys_user_id on passkeys (user_id);

-- each can be answered once: to make a key for a user, or to log in
create table passkey_challenges (
    hash       bytea primary key check (length(hash) = 32),
    user_id    uuid references users on delete cascade, -- null to log in
    created_at timestamptz not null default now()
);

create index passkey_challenges_user_id on passkey_challenges (user_id);
create index passkey_challenges_created_at on passkey_challenges (created_at);
