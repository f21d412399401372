package io.parley.auth.users;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.tokens.Role;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class UserRepository {

    /**
     * $1 address, $2 name, $3 hash of the password, $4 name of the workspace, $5 hash and $6 sealed text of the token that
     * the user is mailed to verify the address.
     */
    private static final String ADD = """
            with person as (
                insert into users (email, display_name, password_hash) values ($1, $2, $3)
                returning id
            ), workspace as (
                insert into workspaces (name) values ($4)
                returning id
            ), membership as (
                insert into members (workspace_id, user_id, role)
                select workspace.id, person.id, 'owner' from workspace, person
            ), verification as (
                insert into mail_requests (email, purpose, hash, token) values ($1, 'email-verification', $5, $6)
            ), audited as (
                insert into audit (workspace_id, actor, action, object)
                select workspace.id, person.id, 'user.registered', person.id from workspace, person
            )
            select person.id as user_id, workspace.id as workspace_id from person, workspace
            """;

    /**
     * $1 address, $2 name, $3 hash of the password. That the address is theirs is for the operator to say. Of two replicas that come here at once the second finds the index
     * of operators taken.
     */
    private static final String ADD_FIRST_OWNER = """
            with person as (
                insert into users (email, display_name, password_hash, operator, verified_at)
                select $1, $2, $3, true, now() where not exists (select from users)
                on conflict do nothing
                returning id
            ), workspace as (
                insert into workspaces (name) select 'default' from person
                returning id
            ), membership as (
                insert into members (workspace_id, user_id, role)
                select workspace.id, person.id, 'owner' from workspace, person
            )
            insert into audit (workspace_id, actor, action, object)
            select workspace.id, person.id, 'user.registered', person.id from workspace, person
            """;

    private static final String ANY = """
            select exists (select from users) as found
            """;

    private static final String FIND = """
            select u.id, coalesce(u.email, i.email) as email, u.verified_at is not null as verified, u.display_name, u.operator,
                   m.workspace_id, m.role
            from users u join members m on m.user_id = u.id left join outside_identities i on i.user_id = u.id
            where u.id = $1 and m.workspace_id = $2
            """;

    private final Pool pool;

    UserRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * Adds the user and a workspace of their own, and has the token mailed. Fails with 409 when the address has an account.
     */
    Uni<RegisteredView> add(Register register, String passwordHash, String token, String sealedToken) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(
                        register.email(),
                        register.displayName(),
                        passwordHash,
                        register.displayName(),
                        OpaqueSecret.hash(token),
                        sealedToken))
                .onFailure(UserRepository::isTaken)
                .transform(taken -> UserProblems.EMAIL_TAKEN.problem())
                .map(rows -> registered(rows, register));
    }

    /** Adds the operator and the workspace {@code default}, unless there is any user. */
    Uni<Void> addFirstOwner(String email, String displayName, String passwordHash) {
        return pool.preparedQuery(ADD_FIRST_OWNER)
                .execute(Tuple.of(email, displayName, passwordHash))
                .replaceWithVoid();
    }

    Uni<Boolean> any() {
        return pool.preparedQuery(ANY)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("found"));
    }

    Uni<Optional<MeView>> find(UserId user, WorkspaceId workspace) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(user.value(), workspace.value()))
                .map(rows -> Rows.first(rows, UserRepository::me));
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PgException pg && "users_email_key".equals(pg.getConstraint());
    }

    private static RegisteredView registered(RowSet<Row> rows, Register register) {
        Row row = rows.iterator().next();
        return new RegisteredView(
                new UserId(row.getUUID("user_id")),
                register.email(),
                register.displayName(),
                new WorkspaceId(row.getUUID("workspace_id")));
    }

    private static MeView me(Row row) {
        return new MeView(
                new UserId(row.getUUID("id")),
                row.getString("email"),
                row.getBoolean("verified"),
                row.getString("display_name"),
                row.getBoolean("operator"),
                new WorkspaceId(row.getUUID("workspace_id")),
                Role.of(row.getString("role")));
    }
}
