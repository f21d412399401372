package io.parley.auth.sessions;

/** The statements of {@link SessionRepository}. */
final class SessionSql {

    /** A confined session is opened anew once in a while, so that who lost access elsewhere loses it here. */
    private static final String ALIVE =
            "(s.ended_at is null and (not s.confined or s.created_at > now() - interval '12 hours'))";

    /** The workspace that was asked for; a confined session has one only. */
    private static final String HOME =
            "(m.workspace_id = coalesce($2, s.workspace_id) and (not s.confined or m.workspace_id = s.workspace_id))";

    static final String CREDENTIALS = """
            select id, email, password_hash from users where lower(email) = lower($1)
            """;

    /** $1 user. */
    static final String CREDENTIALS_OF = """
            select id, email, password_hash from users where id = $1 and password_hash is not null
            """;

    /**
     * $1 user, $2 workspace or null, $3 hash of the refresh token, $4 and $5 what the client is recognised by, $6 whether
     * it is good in this workspace only.
     */
    static final String OPEN = """
            with entry as (
                select m.user_id, m.workspace_id, m.role, u.operator
                from members m join users u on u.id = m.user_id
                where m.user_id = $1 and ($2::uuid is null or m.workspace_id = $2)
                order by m.created_at, m.workspace_id
                limit 1
            ), session as (
                insert into sessions (user_id, workspace_id, address, agent, confined)
                select user_id, workspace_id, $4, $5, $6 from entry
                returning id, user_id, workspace_id
            ), token as (
                insert into refresh_tokens (hash, session_id, expires_at)
                select $3, id, now() + interval '30 days' from session
            ), audited as (
                insert into audit (workspace_id, actor, action, object)
                select workspace_id, user_id, 'session.opened', id from session
            )
            select e.user_id, s.id as session_id, e.workspace_id, e.role, e.operator from entry e cross join session s
            """;

    /**
     * $1 hash of the token, $2 workspace or null, $3 hash and $4 sealed text of its successor. Of two statements with
     * one token the second waits for the row, sees it spent and changes nothing.
     */
    static final String ROTATE = """
            with entry as (
                select t.hash, t.session_id, m.user_id, m.workspace_id, m.role, u.operator
                from refresh_tokens t
                join sessions s on s.id = t.session_id
                join users u on u.id = s.user_id
                join members m on m.user_id = s.user_id and %s
                where t.hash = $1 and t.expires_at > now() and %s
            ), spent as (
                update refresh_tokens t set spent_at = now(), successor = $4
                from entry e
                where t.hash = e.hash and t.spent_at is null
                returning e.session_id, e.user_id, e.workspace_id, e.role, e.operator
            ), next as (
                insert into refresh_tokens (hash, session_id, expires_at)
                select $3, session_id, now() + interval '30 days' from spent
            ), moved as (
                update sessions s set workspace_id = spent.workspace_id
                from spent
                where s.id = spent.session_id and s.workspace_id <> spent.workspace_id
            )
            select user_id, session_id, workspace_id, role, operator from spent
            """.formatted(HOME, ALIVE);

    /** $1 hash of the token, $2 workspace or null. */
    static final String FIND = """
            select t.session_id, t.successor, s.user_id, m.workspace_id, m.role, u.operator,
                   t.expires_at > now() and %s as alive,
                   t.spent_at is not null as spent,
                   coalesce(t.spent_at > now() - interval '10 seconds', false) as repeated
            from refresh_tokens t
            join sessions s on s.id = t.session_id
            join users u on u.id = s.user_id
            left join members m on m.user_id = s.user_id and %s
            where t.hash = $1
            """.formatted(ALIVE, HOME);

    /** $1 hash of one of the session's tokens, spent or not. */
    static final String END = """
            with ended as (
                update sessions s set ended_at = now()
                from refresh_tokens t
                where t.hash = $1 and s.id = t.session_id and s.ended_at is null
                returning s.id, s.user_id, s.workspace_id
            )
            insert into audit (workspace_id, actor, action, object)
            select workspace_id, user_id, 'session.ended', id from ended
            """;

    /** $1 session. */
    static final String END_REUSED = """
            with ended as (
                update sessions set ended_at = now()
                where id = $1 and ended_at is null
                returning id, user_id, workspace_id
            )
            insert into audit (workspace_id, actor, action, object)
            select workspace_id, user_id, 'session.token-reused', id from ended
            """;

    /** $1 user, $2 the session that asks, or null. */
    static final String LIST = """
            select s.id, s.workspace_id, s.created_at, s.address, s.agent, s.id is not distinct from $2 as current,
                   max(t.created_at) as used_at
            from sessions s join refresh_tokens t on t.session_id = s.id
            where s.user_id = $1 and %s
            group by s.id
            having max(t.expires_at) > now()
            order by used_at desc, s.id
            limit 200
            """.formatted(ALIVE);

    /** $1 user, $2 session. */
    static final String END_ONE = """
            with ended as (
                update sessions set ended_at = now()
                where id = $2 and user_id = $1 and ended_at is null
                returning id, user_id, workspace_id
            )
            insert into audit (workspace_id, actor, action, object)
            select workspace_id, user_id, 'session.ended', id from ended
            """;

    /** $1 user. */
    static final String END_ALL = """
            with ended as (
                update sessions set ended_at = now()
                where user_id = $1 and ended_at is null
                returning id, user_id, workspace_id
            )
            insert into audit (workspace_id, actor, action, object)
            select workspace_id, user_id, 'session.ended', id from ended
            """;

    /** $1 user, $2 hash of the new password, $3 the session that stays, or null. */
    static final String CHANGE_PASSWORD = """
            with changed as (
                update users set password_hash = $2 where id = $1 returning id
            ), ended as (
                update sessions set ended_at = now()
                where user_id = $1 and ended_at is null and id is distinct from $3
            )
            insert into audit (actor, action, object)
            select id, 'user.password-changed', id from changed
            """;

    private SessionSql() {}
}
