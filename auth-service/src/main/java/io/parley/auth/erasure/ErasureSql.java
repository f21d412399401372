package io.parley.auth.erasure;

/** The statements of {@link ErasureRepository}. */
final class ErasureSql {

    /** $1 user, $2 session or null. */
    static final String PROOF = """
            select u.email,
                   exists (select from sessions s
                           where s.id = $2 and s.user_id = u.id and s.created_at > now() - interval '10 minutes') as fresh
            from users u
            where u.id = $1
            """;

    /** $1 address. */
    static final String ID_OF = """
            select id from users where lower(email) = lower($1)
            """;

    /** $1 user. Whoever writes to the user at this moment is waited for, and whoever wants to waits, and finds nobody. */
    static final String LOCK = """
            select id from users where id = $1 for update
            """;

    /**
     * $1 user, $2 actor. The owners of the user's workspaces are locked first, in the order in which changes of members lock
     * them: nobody makes the user the only owner meanwhile. What refers to the user and to workspaces goes by their keys; what knows the
     * address only, by the address.
     */
    static final String ERASE = """
            with owners as (
                select workspace_id, user_id from members
                where role = 'owner'
                  and workspace_id in (select workspace_id from members where user_id = $1 and role = 'owner')
                order by workspace_id, user_id
                for update
            ), alone as (
                select workspace_id from owners group by workspace_id having count(*) = 1
            ), needed as (
                select distinct a.workspace_id
                from alone a join members m on m.workspace_id = a.workspace_id and m.user_id <> $1
            ), meant as (
                select id, email, operator from users where id = $1
            ), leaves as (
                select id, email from meant where not operator and not exists (select from needed)
            ), emptied as (
                delete from workspaces where id in (select workspace_id from alone) and exists (select from leaves)
                returning id
            ), departed as (
                insert into audit (workspace_id, actor, action, object, details)
                select m.workspace_id, $2, 'member.removed', m.user_id, jsonb_build_object('role', m.role)
                from members m join leaves l on l.id = m.user_id
            ), unwritten as (
                delete from mails m using leaves l where lower(m.recipient) = lower(l.email)
            ), unasked as (
                delete from mail_requests r using leaves l where lower(r.email) = lower(l.email)
            ), uninvited as (
                delete from invitations i using leaves l where lower(i.email) = lower(l.email)
            ), erased as (
                delete from users u using leaves l where u.id = l.id
            ), receipt as (
                insert into audit (actor, action, object) select $2, 'user.erased', id from leaves
                returning id, at
            )
            select m.id as user_id, m.operator, r.id as receipt, r.at as erased_at,
                   array(select id from emptied order by id) as workspaces,
                   array(select workspace_id from needed order by workspace_id) as needed_in
            from meant m left join receipt r on true
            """;

    private ErasureSql() {}
}
