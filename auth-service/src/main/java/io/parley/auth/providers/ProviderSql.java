package io.parley.auth.providers;

/** The statements of {@link Providers}. Who signed in by a provider that is gone or another one now is signed out. */
final class ProviderSql {

    /** $1 workspace. */
    static final String FIND = """
            select p.workspace_id, p.issuer, p.client_id, p.client_secret, p.group_claim, p.scopes,
                   coalesce(array_agg(g.group_name order by g.group_name) filter (where g.role is not null), '{}') as groups,
                   coalesce(array_agg(g.role order by g.group_name) filter (where g.role is not null), '{}') as roles
            from identity_providers p left join group_roles g on g.workspace_id = p.workspace_id
            where p.workspace_id = $1
            group by p.workspace_id
            """;

    /** $1 workspace. Whoever is signing in by its provider has done so, and is seen by what comes next in the transaction. */
    static final String LOCK = """
            select workspace_id from identity_providers where workspace_id = $1 for update
            """;

    /**
     * $1 workspace, $2 actor, $3 issuer, $4 client, $5 its sealed secret or null for the one that is there, $6 claim, $7 scopes, $8
     * groups, $9 their roles. A secret is told to the issuer that it was given for, and for its client, only: no row if there is
     * none for them yet. Sign-ins that were begun before are given up.
     */
    static final String SET = """
            with known as (
                select issuer, client_id, client_secret from identity_providers where workspace_id = $1 for update
            ), provider as (
                insert into identity_providers as p
                    (workspace_id, issuer, client_id, client_secret, group_claim, scopes, set_by)
                select $1, $3, $4, coalesce($5, (select client_secret from known)), $6, $7, $2
                where $5 is not null or exists (select from known where issuer = $3 and client_id = $4)
                on conflict (workspace_id) do update set
                    issuer = excluded.issuer, client_id = excluded.client_id, client_secret = excluded.client_secret,
                    group_claim = excluded.group_claim, scopes = excluded.scopes, set_by = excluded.set_by, set_at = now()
                returning workspace_id
            ), dropped as (
                delete from group_roles g using provider p
                where g.workspace_id = p.workspace_id and g.group_name <> all ($8::text[])
            ), mapped as (
                insert into group_roles (workspace_id, group_name, role)
                select p.workspace_id, m.group_name, m.role
                from provider p cross join unnest($8::text[], $9::text[]) as m (group_name, role)
                on conflict (workspace_id, group_name) do update set role = excluded.role
            ), given_up as (
                delete from sign_ins s using provider p where s.workspace_id = p.workspace_id
            ), ended as (
                update sessions s set ended_at = now()
                from known k
                where s.workspace_id = $1 and s.confined and s.ended_at is null and k.issuer <> $3
                returning s.id
            ), audited as (
                insert into audit (workspace_id, actor, action, object, details)
                select workspace_id, $2, 'identity-provider.set', workspace_id, jsonb_build_object(
                    'issuer', $3::text, 'clientId', $4::text, 'groupClaim', $6::text,
                    'roles', (select jsonb_object_agg(m.group_name, m.role)
                              from unnest($8::text[], $9::text[]) as m (group_name, role)))
                from provider
            )
            select workspace_id from provider
            """;

    /** $1 workspace, $2 actor. */
    static final String REMOVE = """
            with removed as (
                delete from identity_providers where workspace_id = $1 returning workspace_id
            ), ended as (
                update sessions s set ended_at = now()
                from removed r
                where s.workspace_id = r.workspace_id and s.confined and s.ended_at is null
            )
            insert into audit (workspace_id, actor, action, object)
            select workspace_id, $2, 'identity-provider.removed', workspace_id from removed
            """;

    private ProviderSql() {}
}
