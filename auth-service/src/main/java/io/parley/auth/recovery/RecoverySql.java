package io.parley.auth.recovery;

/** The statements of {@link RecoveryRepository}. */
final class RecoverySql {

    /** $1 address, $2 purpose, $3 hash of the token, $4 the token, sealed. */
    static final String ASK = """
            insert into mail_requests (email, purpose, hash, token) values ($1, $2, $3, $4)
            """;

    /** Makes the tokens that users asked for live and writes to them; what was asked for nobody is dropped. */
    static final String ANSWER = """
            with asked as (
                delete from mail_requests
                where id in (select id from mail_requests order by id limit 100 for update skip locked)
                returning id, email, purpose, hash, token
            ), latest as (
                select distinct on (u.id, a.purpose) u.id, u.email, a.purpose, a.hash, a.token
                from asked a join users u on lower(u.email) = lower(a.email)
                where a.purpose = 'password-reset' or u.verified_at is null
                order by u.id, a.purpose, a.id desc
            ), live as (
                insert into mailed_tokens (user_id, purpose, hash, expires_at)
                select id, purpose, hash, now() + case purpose
                    when 'password-reset' then interval '30 minutes' else interval '1 day' end
                from latest
                on conflict (user_id, purpose) do update set hash = excluded.hash, expires_at = excluded.expires_at
            ), written as (
                insert into mails (recipient, occasion, token) select email, purpose, token from latest
            )
            insert into audit (actor, action, object) select id, 'user.' || purpose || '-mailed', id from latest
            """;

    /** $1 hash of a token. */
    static final String VERIFY = """
            with used as (
                delete from mailed_tokens
                where hash = $1 and purpose = 'email-verification' and expires_at > now()
                returning user_id
            ), verified as (
                update users u set verified_at = coalesce(u.verified_at, now())
                from used where u.id = used.user_id
                returning u.id
            )
            insert into audit (actor, action, object) select id, 'user.email-verified', id from verified
            """;

    /** $1 hash of a token. */
    static final String EMAIL_OF = """
            select u.email
            from mailed_tokens t join users u on u.id = t.user_id
            where t.hash = $1 and t.purpose = 'password-reset' and t.expires_at > now()
            """;

    /** $1 hash of a token, $2 hash of the new password. Who has read the mail has the address, too. */
    static final String RESET = """
            with used as (
                delete from mailed_tokens
                where hash = $1 and purpose = 'password-reset' and expires_at > now()
                returning user_id
            ), changed as (
                update users u set password_hash = $2, verified_at = coalesce(u.verified_at, now())
                from used where u.id = used.user_id
                returning u.id
            ), ended as (
                update sessions s set ended_at = now()
                from used where s.user_id = used.user_id and s.ended_at is null
            )
            insert into audit (actor, action, object) select id, 'user.password-reset', id from changed
            """;

    private RecoverySql() {}
}
