package io.parley.auth.signin;

import io.parley.auth.oidc.CodeExchange;
import io.parley.auth.oidc.Discovery;
import io.parley.auth.oidc.ErrorCode;
import io.parley.auth.oidc.IdToken;
import io.parley.auth.oidc.IdTokens;
import io.parley.auth.oidc.ProviderFailed;
import io.parley.auth.oidc.Registration;
import io.parley.auth.providers.Provider;
import io.parley.auth.providers.Providers;
import io.parley.auth.providers.SignInPaths;
import io.parley.auth.sessions.Client;
import io.parley.auth.sessions.ProvenSessions;
import io.parley.auth.sessions.TokensView;
import io.parley.auth.tokens.PublicAddress;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.problems.Problem;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/**
 * The authorization code flow with PKCE (OpenID Connect Core 1.0, section 3.1, and RFC 7636): people are sent to their workspace's provider
 * and come back with a code, for which the provider tells who they are.
 */
@ApplicationScoped
class SignInService {

    private final Providers providers;
    private final Discovery discovery;
    private final CodeExchange codes;
    private final IdTokens idTokens;
    private final SignInRepository repository;
    private final ProvenSessions sessions;
    private final PublicAddress address;
    private final Sealer sealer;

    SignInService(
            Providers providers,
            Discovery discovery,
            CodeExchange codes,
            IdTokens idTokens,
            SignInRepository repository,
            ProvenSessions sessions,
            PublicAddress address,
            Sealer sealer) {
        this.providers = providers;
        this.discovery = discovery;
        this.codes = codes;
        this.idTokens = idTokens;
        this.repository = repository;
        this.sessions = sessions;
        this.address = address;
        this.sealer = sealer;
    }

    /**
     * A sign-in that has begun.
     *
     * @param state for the browser to keep
     * @param next where it is to go
     */
    record Begun(String state, URI next) {}

    Uni<Begun> begin(WorkspaceId workspace) {
        SignIn signIn = SignIn.begin();
        return known(workspace)
                .onFailure(ProviderFailed.class)
                .transform(failure -> SignInProblems.PROVIDER_UNUSABLE.problem(failure.reason()))
                .call(known -> repository.begin(workspace, signIn, sealer.seal(signIn.verifier())))
                .map(known -> new Begun(signIn.state(), known.authorization(signIn, redirectUri())));
    }

    /** Opens a session for whoever came back from where {@link #begin} sent them. */
    Uni<TokensView> end(Returned returned, Client client) {
        if (!returned.isOfThisBrowser()) {
            throw refused("it was not begun in this browser, or another one was begun since");
        }
        return repository
                .take(String.valueOf(returned.state()))
                .map(begun -> begun.orElseThrow(() -> refused("it was begun too long ago, or ended already")))
                .chain(begun ->
                        identify(begun, returned).chain(identity -> admit(begun.workspace(), identity, client)));
    }

    private Uni<KnownProvider> known(WorkspaceId workspace) {
        return providers
                .of(workspace)
                .chain(provider ->
                        discovery.of(provider.issuer()).map(metadata -> new KnownProvider(provider, metadata)));
    }

    private Uni<Identified> identify(BegunSignIn begun, Returned returned) {
        return known(begun.workspace())
                .chain(known ->
                        exchange(known, begun, returned).map(identity -> new Identified(known.provider(), identity)))
                .onFailure(ProviderFailed.class)
                .transform(failure -> refused(failure.reason()));
    }

    private Uni<IdToken> exchange(KnownProvider known, BegunSignIn begun, Returned returned) {
        Provider provider = known.provider();
        if (returned.issuer() != null && !returned.issuer().equals(provider.issuer())) {
            throw refused("another provider sent the browser back");
        }
        String code = Optional.ofNullable(returned.code())
                .orElseThrow(() -> refused("the provider says: " + ErrorCode.printable(returned.error())));
        return codes.idToken(known.metadata(), registration(provider), code, sealer.open(begun.sealedVerifier()))
                .chain(token -> idTokens.verify(token, known.metadata(), provider.clientId(), begun.nonce()));
    }

    private Registration registration(Provider provider) {
        return new Registration(provider.clientId(), sealer.open(provider.sealedSecret()), redirectUri());
    }

    private URI redirectUri() {
        return SignInPaths.callback(address);
    }

    private Uni<TokensView> admit(WorkspaceId workspace, Identified identified, Client client) {
        return identified
                .role()
                .map(role -> repository.admit(workspace, identified.identity(), role))
                .orElseGet(() -> expel(workspace, identified.identity()))
                .chain(user -> sessions.openConfined(user, workspace, client));
    }

    private Uni<UserId> expel(WorkspaceId workspace, IdToken identity) {
        return repository
                .expel(workspace, identity)
                .onItem()
                .transformToUni(done -> Uni.createFrom().failure(SignInProblems.NO_ROLE::problem));
    }

    private static Problem refused(String why) {
        return SignInProblems.SIGN_IN_REFUSED.problem(why + ". Start again.");
    }
}
