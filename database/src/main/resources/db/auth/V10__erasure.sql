-- A user who is erased takes along everything that is theirs, and so does a workspace. What they made for others stays, without
-- them; the audit log keeps an id that then stands for nobody any more.
alter table members
    drop constraint members_user_id_fkey,
    drop constraint members_workspace_id_fkey,
    add foreign key (user_id) references users on delete cascade,
    add foreign key (workspace_id) references workspaces on delete cascade;

alter table sessions
    drop constraint sessions_user_id_fkey,
    drop constraint sessions_workspace_id_fkey,
    add foreign key (user_id) references users on delete cascade,
    add foreign key (workspace_id) references workspaces on delete cascade;

create index sessions_workspace_id on sessions (workspace_id);

alter table refresh_tokens
    drop constraint refresh_tokens_session_id_fkey,
    add foreign key (session_id) references sessions on delete cascade;

alter table mailed_tokens
    drop constraint mailed_tokens_user_id_fkey,
    add foreign key (user_id) references users on delete cascade;

alter table second_factors
    drop constraint second_factors_user_id_fkey,
    add foreign key (user_id) references users on delete cascade;

alter table outside_identities
    drop constraint outside_identities_user_id_fkey,
    drop constraint outside_identities_workspace_id_fkey,
    add foreign key (user_id) references users on delete cascade,
    add foreign key (workspace_id) references workspaces on delete cascade;

alter table api_keys
    alter column created_by drop not null,
    drop constraint api_keys_created_by_fkey,
    drop constraint api_keys_workspace_id_fkey,
    add foreign key (created_by) references users on delete set null,
    add foreign key (workspace_id) references workspaces on delete cascade;

create index api_keys_created_by on api_keys (created_by);

alter table invitations
    alter column invited_by drop not null,
    drop constraint invitations_invited_by_fkey,
    drop constraint invitations_workspace_id_fkey,
    add foreign key (invited_by) references users on delete set null,
    add foreign key (workspace_id) references workspaces on delete cascade;

create index invitations_invited_by on invitations (invited_by);
create index invitations_email on invitations (lower(email));

alter table identity_providers
    alter column set_by drop not null,
    drop constraint identity_providers_set_by_fkey,
    drop constraint identity_providers_workspace_id_fkey,
    add foreign key (set_by) references users on delete set null,
    add foreign key (workspace_id) references workspaces on delete cascade;

create index identity_providers_set_by on identity_providers (set_by);
create index mails_recipient on mails (lower(recipient));

-- tokens of who and what is erased are void; see what of it is recent
create index audit_endings on audit (at) where action in ('user.erased', 'session.ended', 'api-key.revoked');
