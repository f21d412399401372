package io.parley.auth.invitations;

/** The statements of {@link InvitationRepository}. */
final class InvitationSql {

    private static final String COLUMNS = "id, email, role, invited_by, created_at, expires_at";

    /**
     * $1 workspace, $2 actor, $3 address, $4 role, $5 hash and $6 sealed text of the token. An earlier invitation of the
     * address is renewed. No row: the address is a member's.
     */
    static final String INVITE = """
            with workspace as (
                select w.id, w.name from workspaces w
                where w.id = $1 and not exists (
                    select from members m join users u on u.id = m.user_id
                    where m.workspace_id = w.id and lower(u.email) = lower($3))
            ), invitation as (
                insert into invitations (workspace_id, email, role, hash, invited_by, expires_at)
                select id, $3, $4, $5, $2, now() + interval '7 days' from workspace
                on conflict (workspace_id, lower(email)) where accepted_at is null and revoked_at is null do update set
                    email = excluded.email, role = excluded.role, hash = excluded.hash,
                    invited_by = excluded.invited_by, created_at = now(), expires_at = excluded.expires_at
                returning %1$s
            ), written as (
                insert into mails (recipient, occasion, token, about)
                select i.email, 'invitation', $6, w.name from invitation i cross join workspace w
            ), audited as (
                insert into audit (workspace_id, actor, action, object, details)
                select $1, $2, 'invitation.made', id, jsonb_build_object('role', role) from invitation
            )
            select %1$s from invitation
            """.formatted(COLUMNS);

    /** $1 workspace, $2 the last invitation of the page before or null, $3 limit. */
    static final String LIST = """
            select %s
            from invitations
            where workspace_id = $1 and accepted_at is null and revoked_at is null and ($2::uuid is null or id > $2)
            order by id
            limit $3
            """.formatted(COLUMNS);

    /** $1 workspace, $2 actor, $3 invitation. */
    static final String REVOKE = """
            with revoked as (
                update invitations set revoked_at = now()
                where workspace_id = $1 and id = $3 and accepted_at is null and revoked_at is null
                returning id
            )
            insert into audit (workspace_id, actor, action, object)
            select $1, $2, 'invitation.revoked', id from revoked
            """;

    /**
     * $1 hash of the token, $2 user. Who is a member already stays what they are. Who has read the mail has the address,
     * too.
     */
    static final String ACCEPT = """
            with accepted as (
                update invitations i set accepted_at = now()
                from users u
                where i.hash = $1 and u.id = $2 and lower(u.email) = lower(i.email)
                  and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
                returning i.id, i.workspace_id, i.role
            ), verified as (
                update users set verified_at = coalesce(verified_at, now()) where id in (select $2 from accepted)
            ), joined as (
                insert into members (workspace_id, user_id, role)
                select workspace_id, $2, role from accepted
                on conflict (workspace_id, user_id) do update set role = members.role
                returning workspace_id, role
            ), audited as (
                insert into audit (workspace_id, actor, action, object)
                select workspace_id, $2, 'invitation.accepted', id from accepted
            )
            select workspace_id, role from joined
            """;

    private InvitationSql() {}
}
