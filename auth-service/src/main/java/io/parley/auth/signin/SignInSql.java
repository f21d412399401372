package io.parley.auth.signin;

/** The statements of {@link SignInRepository}. */
final class SignInSql {

    /** $1 hash of the state, $2 workspace, $3 nonce, $4 sealed verifier. Those that nobody came back for are forgotten. */
    static final String BEGIN = """
            with forgotten as (
                delete from sign_ins where state_hash in (
                    select state_hash from sign_ins
                    where created_at < now() - interval '10 minutes' order by created_at limit 10 for update skip locked)
            )
            insert into sign_ins (state_hash, workspace_id, nonce, verifier) values ($1, $2, $3, $4)
            """;

    /** $1 hash of the state, $2 the workspace that the browser came back to. Good once, there, for ten minutes. */
    static final String TAKE = """
            with taken as (
                delete from sign_ins where state_hash = $1 and workspace_id = $2
                returning workspace_id, nonce, verifier, created_at
            )
            select workspace_id, nonce, verifier from taken where created_at > now() - interval '10 minutes'
            """;

    /** $1 workspace, $2 issuer. Until the transaction ends the workspace's provider is neither removed nor changed. */
    static final String KEEP_PROVIDER = """
            select workspace_id from identity_providers where workspace_id = $1 and issuer = $2 for share
            """;

    /**
     * $1 workspace, $2 issuer, $3 subject, $4 name, $5 address or null, $6 role. The user is made with the first sign-in to the
     * workspace; of two first ones at once the second waits and finds the user. An owner stays one.
     */
    static final String ADMIT = """
            with identity as (
                insert into outside_identities (workspace_id, issuer, subject, user_id, email)
                values ($1, $2, $3, uuidv7(), $5)
                on conflict (workspace_id, issuer, subject) do update set email = excluded.email
                returning user_id
            ), person as (
                insert into users (id, display_name) select user_id, $4 from identity
                on conflict (id) do nothing
                returning id
            ), registered as (
                insert into audit (workspace_id, actor, action, object)
                select $1, id, 'user.registered', id from person
            ), member as (
                insert into members as m (workspace_id, user_id, role) select $1, user_id, $6 from identity
                on conflict (workspace_id, user_id) do update set role = excluded.role
                where m.role not in (excluded.role, 'owner')
                returning user_id, role
            ), audited as (
                insert into audit (workspace_id, actor, action, object, details)
                select $1, user_id, 'member.role-set', user_id, jsonb_build_object('role', role) from member
            )
            select user_id from identity
            """;

    /** $1 workspace, $2 issuer, $3 subject: whoever has lost every role is a member no more. */
    static final String EXPEL = """
            with removed as (
                delete from members m using outside_identities i
                where i.workspace_id = $1 and i.issuer = $2 and i.subject = $3
                  and m.workspace_id = $1 and m.user_id = i.user_id and m.role <> 'owner'
                returning m.user_id, m.role
            )
            insert into audit (workspace_id, actor, action, object, details)
            select $1, user_id, 'member.removed', user_id, jsonb_build_object('role', role) from removed
            """;

    private SignInSql() {}
}
