package io.parley.auth.lockout;

/** The statements of {@link Lockout}, each about one row, so that none waits for another in a circle. */
final class LockoutSql {

    /** What a row's tries come to with one more. */
    private static final String TRIES = """
            case when t.locked_until is not null or t.last_at < now() - interval '15 minutes' then 1 else t.tries + 1 end
            """;

    private static final String LOCKS = """
            case when t.last_at < now() - interval '1 day' then 0 else t.locks end
            """;

    /** $1 what is counted, $2 its most tries. No row: it is locked. */
    static final String COUNT = """
            insert into login_tries as t (subject, most, tries) values ($1, $2, 1)
            on conflict (subject) do update set
                tries = %1$s,
                locks = %2$s + case when %1$s = t.most then 1 else 0 end,
                locked_until = case when %1$s = t.most
                    then now() + least(interval '15 minutes' * power(2, %2$s), interval '1 day') end,
                last_at = now()
            where t.locked_until is null or t.locked_until <= now()
            returning subject, locked_until is not null as locked
            """.formatted(TRIES, LOCKS);

    /** The same for an account; what is old is forgotten. */
    static final String COUNT_FOR_ACCOUNT = """
            with counted as (
            %s
            ), forgotten as (
                delete from login_tries where subject in (
                    select subject from login_tries
                    where last_at < now() - interval '2 days' order by last_at limit 10 for update skip locked)
            )
            select subject, locked from counted
            """.formatted(COUNT);

    /** $1 e-mail address: a lock is audited, and the account's owner told. */
    static final String TELL = """
            with owner as (
                select id, email from users where lower(email) = lower($1)
            ), audited as (
                insert into audit (actor, action, object) select id, 'user.locked', id from owner
            )
            insert into mails (recipient, occasion) select email, 'account-locked' from owner
            """;

    /** $1 account. */
    static final String FORGET = """
            delete from login_tries where subject = $1
            """;

    /** $1 address. */
    static final String TAKE_BACK = """
            update login_tries
            set tries = tries - 1,
                locks = locks - case when locked_until is null then 0 else 1 end,
                locked_until = null
            where subject = $1 and tries > 0
            """;

    private LockoutSql() {}
}
