package io.parley.auth.sessions;

import io.parley.auth.factors.SecondFactor;
import io.parley.auth.lockout.Lockout;
import io.parley.auth.lockout.Origin;
import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.passwords.Passwords;
import io.parley.auth.tokens.AccessTokens;
import io.parley.auth.tokens.Grant;
import io.parley.contracts.UserId;
import io.parley.platform.access.Caller;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sessions: opened with a password and the second factor of who has one, prolonged by single-use refresh tokens, ended by logout or by the reuse of a spent
 * token, which says that somebody else has it.
 */
@ApplicationScoped
class SessionService {

    private final SessionRepository repository;
    private final Passwords passwords;
    private final Lockout lockout;
    private final SecondFactor secondFactor;
    private final AccessTokens accessTokens;
    private final Sealer sealer;

    SessionService(
            SessionRepository repository,
            Passwords passwords,
            Lockout lockout,
            SecondFactor secondFactor,
            AccessTokens accessTokens,
            Sealer sealer) {
        this.repository = repository;
        this.passwords = passwords;
        this.lockout = lockout;
        this.secondFactor = secondFactor;
        this.accessTokens = accessTokens;
        this.sealer = sealer;
    }

    Uni<TokensView> open(Login login, Client client) {
        String refreshToken = OpaqueSecret.generate();
        return repository
                .credentials(login.email())
                .call(found -> requireLogin(found, login, client))
                .chain(found -> repository.open(found.orElseThrow().user(), login.workspaceId(), refreshToken, client))
                .chain(opened -> tokens(opened.orElseThrow(SessionProblems.NOT_A_MEMBER::problem), refreshToken));
    }

    Uni<TokensView> refresh(Refresh refresh) {
        String successor = OpaqueSecret.generate();
        return repository
                .rotate(refresh, successor, sealer.seal(successor))
                .chain(rotated -> rotated.map(grant -> tokens(grant, successor)).orElseGet(() -> repeat(refresh)));
    }

    Uni<Void> end(String refreshToken) {
        return repository.end(refreshToken);
    }

    /** The user's sessions that have not ended. */
    Uni<List<SessionView>> list(Caller caller) {
        return repository.list(new UserId(caller.subject()), caller.session().orElse(null));
    }

    Uni<Void> endOne(Caller caller, UUID session) {
        return repository
                .endOne(new UserId(caller.subject()), session)
                .invoke(ended -> {
                    if (!ended) {
                        throw SessionProblems.SESSION_NOT_FOUND.problem();
                    }
                })
                .replaceWithVoid();
    }

    Uni<Void> endAll(Caller caller) {
        return repository.endAll(new UserId(caller.subject()));
    }

    /** Every other session of the user ends with it. */
    Uni<Void> changePassword(Caller caller, ChangePassword change, Client client) {
        UserId user = new UserId(caller.subject());
        return repository
                .credentials(user)
                .call(found -> requirePassword(
                        found, found.map(Credentials::email).orElse(""), change.currentPassword(), client))
                .chain(found -> newHash(change.password(), found.orElseThrow().email()))
                .chain(hash ->
                        repository.changePassword(user, hash, caller.session().orElse(null)));
    }

    private Uni<String> newHash(String password, String email) {
        passwords.require(password, email);
        return passwords.hash(password);
    }

    private Uni<?> requireLogin(Optional<Credentials> found, Login login, Client client) {
        return lockout.attempt(
                new Origin(login.email(), client.address()),
                () -> isRight(found, login),
                SessionProblems.LOGIN_REFUSED::problem);
    }

    /** Only who knows the password learns that there is a second factor; being asked for it counts as a try. */
    private Uni<Boolean> isRight(Optional<Credentials> found, Login login) {
        return passwords
                .verify(login.password(), found.map(Credentials::passwordHash))
                .chain(right -> right
                        ? secondFactor.satisfied(found.orElseThrow().user(), login.code())
                        : Uni.createFrom().item(false));
    }

    private Uni<?> requirePassword(Optional<Credentials> found, String email, String password, Client client) {
        return lockout.attempt(
                new Origin(email, client.address()),
                () -> passwords.verify(password, found.map(Credentials::passwordHash)),
                SessionProblems.LOGIN_REFUSED::problem);
    }

    /** What was not rotated is a retry of a client that lost the answer, a reuse, or worth nothing. */
    private Uni<TokensView> repeat(Refresh refresh) {
        return repository
                .find(refresh)
                .map(found -> found.orElseThrow(SessionProblems.REFRESH_REFUSED::problem))
                .chain(token -> switch (token) {
                    case Presented.Repeated repeated -> tokens(repeated.grant(), sealer.open(repeated.successor()));
                    case Presented.Reused reused ->
                        repository.endReused(reused.session()).chain(this::refuse);
                    case Presented.Worthless() -> refuse();
                    case Presented.Elsewhere() -> Uni.createFrom().failure(SessionProblems.NOT_A_MEMBER::problem);
                });
    }

    private Uni<TokensView> refuse() {
        return Uni.createFrom().failure(SessionProblems.REFRESH_REFUSED::problem);
    }

    private Uni<TokensView> tokens(Grant.OfUser grant, String refreshToken) {
        return accessTokens.issue(grant).map(access -> TokensView.of(access, refreshToken, grant.workspace()));
    }
}
