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

    /** $1 user. In the order in which changes of members lock owners: nobody makes the user the only owner meanwhile. */
    static final String LOCK_OWNERS = """
            select user_id from members
            where role = 'owner'
              and workspace_id in (select workspace_id from members where user_id = $1 and role = 'owner')
            order by workspace_id, user_id
            for update
            """;

    /** $1 user. Nothing that belongs to the user comes in any more. */
    static final String LOCK_USER = """
            select id from users where id = $1 for update
            """;

    /** $1 user. Nobody joins the workspaces that the user owns any more. */
    static final String LOCK_WORKSPACES = """
            select id from workspaces
            where id in (select workspace_id from members where user_id = $1 and role = 'owner')
            order by id
            for update
            """;

    /** $1 address that nobody has any more: what was written to it while its user was erased. */
    static final String SWEEP = """
            with nobodys as (
                select $1::text as email where not exists (select from users where lower(email) = lower($1))
            ), unwritten as (
                delete from mails m using nobodys n where lower(m.recipient) = lower(n.email)
            ), unasked as (
                delete from mail_requests r using nobodys n where lower(r.email) = lower(n.email)
            )
            delete from invitations i using nobodys n where lower(i.email) = lower(n.email)
            """;

    /**
     * $1 user, $2 actor. A workspace that nobody else is in goes, and with it who its provider vouched for, and its tokens: those of
     * its keys and sessions are told as void by the audit log, as their rows are gone. What refers to the user and to workspaces goes by their keys; what knows the
     * address only, by the address. A request for a mail that is being answered wants the user's row, and is left to {@link #SWEEP}.
     */
    static final String ERASE = """
            with owners as (
                select workspace_id, user_id from members
                where role = 'owner'
                  and workspace_id in (select workspace_id from members where user_id = $1 and role = 'owner')
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
            ), outsiders as (
                select i.user_id from outside_identities i join emptied e on e.id = i.workspace_id
            ), revoked as (
                insert into audit (workspace_id, actor, action, object)
                select k.workspace_id, $2, 'api-key.revoked', k.id
                from api_keys k join emptied e on e.id = k.workspace_id
                where k.revoked_at is null
            ), ended as (
                insert into audit (workspace_id, actor, action, object)
                select s.workspace_id, $2, 'session.ended', s.id
                from sessions s join emptied e on e.id = s.workspace_id
                where s.ended_at is null or s.ended_at > now() - interval '11 minutes'
            ), departed as (
                insert into audit (workspace_id, actor, action, object, details)
                select m.workspace_id, $2, 'member.removed', m.user_id, jsonb_build_object('role', m.role)
                from members m join leaves l on l.id = m.user_id
            ), unwritten as (
                delete from mails m using leaves l where lower(m.recipient) = lower(l.email)
            ), unasked as (
                delete from mail_requests
                where id in (select r.id from mail_requests r join leaves l on lower(r.email) = lower(l.email)
                             for update of r skip locked)
            ), uninvited as (
                delete from invitations i using leaves l where lower(i.email) = lower(l.email)
            ), erased as (
                delete from users where id in (select id from leaves union select user_id from outsiders)
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
