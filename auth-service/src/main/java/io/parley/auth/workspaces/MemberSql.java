package io.parley.auth.workspaces;

/**
 * The statements of {@link MemberRepository}. Those that change something lock the workspace's owners first, in one
 * order: two owners who remove each other at the same time do it one after the other, and the second finds itself
 * the last.
 */
final class MemberSql {

    /** $1 workspace, $2 the last user of the page before or null, $3 limit. */
    static final String LIST = """
            select m.user_id, coalesce(u.email, i.email) as email, u.display_name, m.role, m.created_at
            from members m join users u on u.id = m.user_id left join outside_identities i on i.user_id = u.id
            where m.workspace_id = $1 and ($2::uuid is null or m.user_id > $2)
            order by m.user_id
            limit $3
            """;

    private static final String OWNERS = """
            with owners as (
                select user_id from members where workspace_id = $1 and role = 'owner' order by user_id for update
            )
            """;

    /**
     * $1 workspace, $2 actor, $3 whether the actor is an owner, $4 address of the user, $5 role. Who has only said that the
     * address is theirs does not become a member by it.
     */
    static final String SET = OWNERS + """
            , target as (
                select u.id, u.email, u.display_name,
                       exists (select from owners where user_id = u.id) as is_owner,
                       (select count(*) from owners) as owners,
                       u.verified_at is null
                           and not exists (select from members where workspace_id = $1 and user_id = u.id) as unverified
                from users u
                where lower(u.email) = lower($4)
            ), changed as (
                insert into members (workspace_id, user_id, role)
                select $1, id, $5 from target
                where not unverified and (not is_owner or $3 and ($5 = 'owner' or owners > 1))
                on conflict (workspace_id, user_id) do update set role = excluded.role
                returning user_id, role, created_at
            ), audited as (
                insert into audit (workspace_id, actor, action, object, details)
                select $1, $2, 'member.role-set', user_id, jsonb_build_object('role', role) from changed
            )
            select t.id as user_id, t.email, t.display_name, t.is_owner, t.unverified, c.role, c.created_at
            from target t left join changed c on c.user_id = t.id
            """;

    /** $1 workspace, $2 actor, $3 whether the actor is an owner, $4 user. */
    static final String REMOVE = OWNERS + """
            , target as (
                select m.user_id, u.email, u.display_name,
                       exists (select from owners o where o.user_id = m.user_id) as is_owner,
                       (select count(*) from owners) as owners
                from members m join users u on u.id = m.user_id
                where m.workspace_id = $1 and m.user_id = $4
            ), changed as (
                delete from members m using target t
                where m.workspace_id = $1 and m.user_id = t.user_id
                  and (not t.is_owner or ($3 and t.owners > 1))
                returning m.user_id, m.role, m.created_at
            ), audited as (
                insert into audit (workspace_id, actor, action, object, details)
                select $1, $2, 'member.removed', user_id, jsonb_build_object('role', role) from changed
            )
            select t.user_id, t.email, t.display_name, t.is_owner, false as unverified, c.role, c.created_at
            from target t left join changed c on c.user_id = t.user_id
            """;

    private MemberSql() {}
}
