package io.parley.auth.sessions;

import io.parley.auth.lockout.Lockout;
import io.parley.auth.lockout.Origin;
import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.passwords.Passwords;
import io.parley.auth.tokens.AccessTokens;
import io.parley.auth.tokens.Grant;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Sessions: opened with a password, prolonged by single-use refresh tokens, ended by logout or by the reuse of a spent
 * token, which says that somebody else has it.
 */
@ApplicationScoped
class SessionService {

    private final SessionRepository repository;
    private final Passwords passwords;
    private final Lockout lockout;
    private final AccessTokens accessTokens;
    private final Sealer sealer;

    SessionService(
            SessionRepository repository,
            Passwords passwords,
            Lockout lockout,
            AccessTokens accessTokens,
            Sealer sealer) {
        this.repository = repository;
        this.passwords = passwords;
        this.lockout = lockout;
        this.accessTokens = accessTokens;
        this.sealer = sealer;
    }

    Uni<TokensView> open(Login login, String address) {
        String refreshToken = OpaqueSecret.generate();
        return repository
                .credentials(login.email())
                .call(found -> requirePassword(found, login, address))
                .chain(found -> repository.open(found.orElseThrow().user(), login.workspaceId(), refreshToken))
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

    private Uni<?> requirePassword(Optional<Credentials> found, Login login, String address) {
        return lockout.attempt(
                new Origin(login.email(), address),
                () -> passwords.verify(login.password(), found.map(Credentials::passwordHash)),
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
