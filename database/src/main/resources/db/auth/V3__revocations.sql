-- what a user recognises a session by
alter table sessions
    add column address text check (length(address) <= 100),
    add column agent text check (length(agent) <= 200);

-- what access tokens that are still good are void by; see what of it is recent
create index sessions_ended_at on sessions (ended_at) where ended_at is not null;
create index api_keys_revoked_at on api_keys (revoked_at) where revoked_at is not null;
create index audit_member_changes on audit (at) where action in ('member.role-set', 'member.removed');
