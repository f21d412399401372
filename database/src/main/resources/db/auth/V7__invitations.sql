create table invitations (
    id           uuid primary key default uuidv7(),
    workspace_id uuid not null references workspaces,
    email        text not null check (length(email) <= 254),
    role         text not null check (role in ('viewer', 'reviewer', 'editor', 'admin', 'owner')),
    hash         bytea not null unique check (length(hash) = 32),
    invited_by   uuid not null references users,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    accepted_at  timestamptz,
    revoked_at   timestamptz,
    check (accepted_at is null or revoked_at is null)
);

-- one that can be accepted for each address in a workspace; a later one takes its place
create unique index invitations_open_key on invitations (workspace_id, lower(email))
    where accepted_at is null and revoked_at is null;

alter table mails
    add column about text, -- what is offered in it
    drop constraint mails_occasion_check,
    add constraint mails_occasion_check
        check (occasion in ('account-locked', 'email-verification', 'password-reset', 'invitation')),
    add constraint mails_about_check check ((about is not null) = (occasion = 'invitation'));
