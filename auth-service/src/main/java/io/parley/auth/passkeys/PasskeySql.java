package io.parley.auth.passkeys;

/** The statements of {@link PasskeyRepository}. */
final class PasskeySql {

    private static final String COLUMNS = "id, name, created_at, last_used_at";

    /** $1 user. Ids of keys as browsers write them. */
    static final String OWNER = """
            select u.id, u.email, u.display_name,
                   array(select translate(encode(p.key_id, 'base64'), E'+/=\\n', '-_')
                         from passkeys p where p.user_id = u.id order by p.id) as keys
            from users u
            where u.id = $1 and u.email is not null
            """;

    /** $1 hash of the challenge, $2 user or null. Those that nobody answered are forgotten. */
    static final String CHALLENGE = """
            with forgotten as (
                delete from passkey_challenges where hash in (
                    select hash from passkey_challenges
                    where created_at < now() - interval '5 minutes' order by created_at limit 10 for update skip locked)
            )
            insert into passkey_challenges (hash, user_id) values ($1, $2)
            """;

    /** $1 hash of the challenge, $2 user or null. Good once, for five minutes. */
    static final String ANSWER = """
            with answered as (
                delete from passkey_challenges where hash = $1 and user_id is not distinct from $2 returning created_at
            )
            select created_at from answered where created_at > now() - interval '5 minutes'
            """;

    /** $1 user, $2 id of the key, $3 name, $4 public key, $5 algorithm, $6 counter. No row: it is known, or there are many. */
    static final String ADD = """
            with added as (
                insert into passkeys (user_id, key_id, name, public_key, algorithm, counter)
                select id, $2, $3, $4, $5, $6 from users
                where id = $1 and (select count(*) from passkeys where user_id = $1) < 20
                on conflict (key_id) do nothing
                returning %1$s
            ), audited as (
                insert into audit (actor, action, object) select $1, 'passkey.added', id from added
            )
            select %1$s from added
            """.formatted(COLUMNS);

    /** $1 user. */
    static final String LIST = """
            select %s from passkeys where user_id = $1 order by id
            """.formatted(COLUMNS);

    /** $1 user, $2 passkey. */
    static final String REMOVE = """
            with removed as (
                delete from passkeys where user_id = $1 and id = $2 returning id
            )
            insert into audit (actor, action, object) select $1, 'passkey.removed', id from removed
            """;

    /** $1 id of the key. */
    static final String FIND = """
            select id, user_id, public_key, algorithm from passkeys where key_id = $1
            """;

    /** $1 passkey, $2 the device's counter. No row changes when the key was used more often than the device says. */
    static final String USE = """
            update passkeys set counter = $2, last_used_at = now() where id = $1 and (counter < $2 or counter = 0 and $2 = 0)
            """;

    private PasskeySql() {}
}
