package io.parley.auth.factors;

/** The statements of {@link FactorRepository}. */
final class FactorSql {

    /** $1 user. */
    static final String FIND = """
            select secret, confirmed_at is not null as confirmed from second_factors where user_id = $1
            """;

    /** $1 user. */
    static final String CREDENTIALS = """
            select email, password_hash from users where id = $1 and password_hash is not null
            """;

    /** $1 user, $2 sealed secret. No row changes when there is one that is confirmed. */
    static final String ENROL = """
            with enrolled as (
                insert into second_factors as f (user_id, secret) values ($1, $2)
                on conflict (user_id) do update set secret = excluded.secret, created_at = now()
                where f.confirmed_at is null
                returning user_id
            )
            insert into audit (actor, action, object) select user_id, 'second-factor.enrolled', user_id from enrolled
            """;

    /** $1 user, $2 the secret as it was found, $3 step of the code, $4 hashes of recovery codes. */
    static final String CONFIRM = """
            with confirmed as (
                update second_factors set confirmed_at = now(), last_step = $3
                where user_id = $1 and secret = $2 and confirmed_at is null
                returning user_id
            ), codes as (
                insert into recovery_codes (user_id, hash) select user_id, unnest($4::bytea[]) from confirmed
            )
            insert into audit (actor, action, object) select user_id, 'second-factor.confirmed', user_id from confirmed
            """;

    /** $1 user, $2 step of the code: good if no code of it or of a later one was used. */
    static final String USE_STEP = """
            update second_factors set last_step = $2 where user_id = $1 and confirmed_at is not null and last_step < $2
            """;

    /** $1 user, $2 hash of a recovery code. */
    static final String USE_RECOVERY_CODE = """
            with used as (
                delete from recovery_codes where user_id = $1 and hash = $2 returning user_id
            )
            insert into audit (actor, action, object) select user_id, 'second-factor.recovered', user_id from used
            """;

    /** $1 user. */
    static final String DISABLE = """
            with disabled as (
                delete from second_factors where user_id = $1 returning user_id
            )
            insert into audit (actor, action, object) select user_id, 'second-factor.disabled', user_id from disabled
            """;

    private FactorSql() {}
}
