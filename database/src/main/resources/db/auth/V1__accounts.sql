create table users (
    id            uuid primary key default uuidv7(),
    email         text not null check (length(email) <= 254),
    display_name  text not null check (length(display_name) between 1 and 100),
    password_hash text not null,
    operator      boolean not null default false,
    created_at    timestamptz not null default now()
);

-- one account per address, however it is spelt
create unique index users_email_key on users (lower(email));

-- one operator: replicas that start together for the first time meet here
create unique index users_operator_key on users (operator) where operator;

create table workspaces (
    id         uuid primary key default uuidv7(),
    name       text not null check (length(name) between 1 and 100),
    created_at timestamptz not null default now()
);

create table members (
    workspace_id uuid not null references workspaces,
    user_id      uuid not null references users,
    role         text not null check (role in ('viewer', 'reviewer', 'editor', 'admin', 'owner')),
    created_at   timestamptz not null default now(),
    primary key (workspace_id, user_id)
);

create index members_user_id on members (user_id);

-- one login and what came of it; a refresh token is worth something while its session has not ended
create table sessions (
    id           uuid primary key default uuidv7(),
    user_id      uuid not null references users,
    workspace_id uuid not null references workspaces,
    created_at   timestamptz not null default now(),
    ended_at     timestamptz
);

create index sessions_user_id on sessions (user_id);

create table refresh_tokens (
    hash       bytea primary key check (length(hash) = 32),
    session_id uuid not null references sessions,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    spent_at   timestamptz,
    successor  text, -- sealed; repeated to a client whose answer was lost
    check ((spent_at is null) = (successor is null))
);

create index refresh_tokens_session_id on refresh_tokens (session_id);

create table signing_keys (
    id          text primary key,
    public_key  bytea not null, -- X.509 SubjectPublicKeyInfo
    private_key text not null, -- PKCS #8, sealed
    current     boolean not null,
    created_at  timestamptz not null default now()
);

-- one key signs; replicas that start together for the first time meet here
create unique index signing_keys_current_key on signing_keys (current) where current;

create table api_keys (
    id           uuid primary key default uuidv7(),
    workspace_id uuid not null references workspaces,
    name         text not null check (length(name) between 1 and 100),
    hash         bytea not null unique check (length(hash) = 32),
    scopes       text[] not null check (cardinality(scopes) > 0),
    created_by   uuid not null references users,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

create index api_keys_workspace_id on api_keys (workspace_id, id);

-- who did what to which object, and when
create table audit (
    id           uuid primary key default uuidv7(),
    at           timestamptz not null default now(),
    workspace_id uuid,
    actor        uuid not null,
    action       text not null,
    object       uuid not null,
    details      jsonb
);

create index audit_workspace_id on audit (workspace_id, id);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log can only grow';
end
$$;

create trigger audit_only_grows
    before update or delete or truncate on audit
    for each statement execute function refuse_audit_change();
