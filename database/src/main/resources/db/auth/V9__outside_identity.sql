-- An account has an address and a password, or is known by what a provider outside says of its owner.
alter table users
    alter column email drop not null,
    alter column password_hash drop not null,
    add constraint users_email_and_password check ((email is null) = (password_hash is null)),
    add constraint users_operator_email check (email is not null or not operator);

-- The OpenID Connect provider whose users may sign in to a workspace.
create table identity_providers (
    workspace_id  uuid primary key references workspaces,
    issuer        text not null check (length(issuer) between 1 and 500),
    client_id     text not null check (length(client_id) between 1 and 200),
    client_secret text not null, -- sealed
    group_claim   text not null check (length(group_claim) between 1 and 100),
    scopes        text[] not null,
    set_by        uuid not null references users,
    set_at        timestamptz not null default now()
);

-- What members of a group may do. Owners are made by owners, and by no provider.
create table group_roles (
    workspace_id uuid not null references identity_providers on delete cascade,
    group_name   text not null check (length(group_name) between 1 and 200),
    role         text not null check (role in ('viewer', 'reviewer', 'editor', 'admin')),
    primary key (workspace_id, group_name)
);

-- A sign-in between its two requests. It goes with the second, so that each is good once.
create table sign_ins (
    state_hash   bytea primary key check (length(state_hash) = 32),
    workspace_id uuid not null references identity_providers on delete cascade,
    nonce        text not null,
    verifier     text not null, -- sealed
    created_at   timestamptz not null default now()
);

create index sign_ins_created_at on sign_ins (created_at);
create index sign_ins_workspace_id on sign_ins (workspace_id);

-- Who a user is to a workspace's provider. Nothing else ties the two, least of all an address that the provider tells of. What it
-- says is for the workspace that trusts it: in another one the same person is another user.
create table outside_identities (
    workspace_id uuid not null references workspaces,
    issuer       text not null,
    subject      text not null check (length(subject) between 1 and 255),
    user_id      uuid not null unique references users,
    email        text check (length(email) <= 254), -- as told, to be shown only
    primary key (workspace_id, issuer, subject)
);

-- opened by a workspace's provider, and good in that workspace only
alter table sessions add column confined boolean not null default false;

-- However many refreshes come at once, a session has one token that can be spent.
create unique index refresh_tokens_live_key on refresh_tokens (session_id) where spent_at is null;
