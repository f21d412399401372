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
import io.parley.auth.sessions.TokensView;
import io.parley.auth.tokens.PublicAddress;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.problems.Problem;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The authorization code flow with PKCE (OpenID Connect Core 1.0, section 3.1, and RFC 7636): people are sent to their workspace's provider
 * and come back with a code, for which the provider tells who they are.
 */
@ApplicationScoped
class SignInService {

    private static final Logger LOG = Logger.getLogger(SignInService.class);

    private final Providers providers;
    private final Discovery discovery;
    private final CodeExchange codes;
    private final IdTokens idTokens;
    private final SignInRepository repository;
    private final Admission admission;
    private final PublicAddress address;
    private final Sealer sealer;

    SignInService(
            Providers providers,
            Discovery discovery,
            CodeExchange codes,
            IdTokens idTokens,
            SignInRepository repository,
            Admission admission,
            PublicAddress address,
            Sealer sealer) {
        this.providers = providers;
        this.discovery = discovery;
        this.codes = codes;
        this.idTokens = idTokens;
        this.repository = repository;
        this.admission = admission;
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
                .transform(failure -> unusable(workspace, failure))
                .call(known -> repository.begin(workspace, signIn, sealer.seal(signIn.verifier())))
                .map(known -> new Begun(signIn.state(), known.authorization(signIn, redirectUri(workspace))));
    }

    /** Opens a session for whoever came back to the workspace from where {@link #begin} sent them for it. */
    Uni<TokensView> end(WorkspaceId workspace, Returned returned, Client client) {
        if (!returned.isOfThisBrowser()) {
            throw SignInProblems.refused("it was not begun in this browser, or another one was begun since");
        }
        return repository
                .take(workspace, String.valueOf(returned.state()))
                .map(begun -> begun.orElseThrow(() ->
                        SignInProblems.refused("it was begun too long ago or for another workspace, or ended already")))
                .chain(begun -> identify(begun, returned).chain(identified -> admit(workspace, identified, client)));
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
                .transform(failure -> refused(begun.workspace(), failure));
    }

    /** Strangers ask: they are told nothing of what is wrong with the provider, the log is. */
    private static Problem unusable(WorkspaceId workspace, ProviderFailed failure) {
        log(workspace, failure);
        return SignInProblems.PROVIDER_UNUSABLE.problem();
    }

    private static Problem refused(WorkspaceId workspace, ProviderFailed failure) {
        log(workspace, failure);
        return SignInProblems.refused(failure.publicReason().orElse("the provider cannot be used now"));
    }

    private static void log(WorkspaceId workspace, ProviderFailed failure) {
        LOG.infof("message=\"identity provider failed\" workspace=%s reason=\"%s\"", workspace, failure.reason());
    }

    private Uni<IdToken> exchange(KnownProvider known, BegunSignIn begun, Returned returned) {
        Provider provider = known.provider();
        if (!known.mayHaveSent(returned)) {
            throw SignInProblems.refused("another provider sent the browser back");
        }
        String code = Optional.ofNullable(returned.code())
                .orElseThrow(
                        () -> SignInProblems.refused("the provider says: " + ErrorCode.printable(returned.error())));
        return codes.idToken(known.metadata(), registration(provider), code, sealer.open(begun.sealedVerifier()))
                .chain(token -> idTokens.verify(token, known.metadata(), provider.clientId(), begun.nonce()));
    }

    private Registration registration(Provider provider) {
        return new Registration(
                provider.clientId(), sealer.open(provider.sealedSecret()), redirectUri(provider.workspace()));
    }

    private URI redirectUri(WorkspaceId workspace) {
        return SignInPaths.callback(address, workspace);
    }

    private Uni<TokensView> admit(WorkspaceId workspace, Identified identified, Client client) {
        return identified
                .role()
                .map(role -> admission.admit(workspace, identified, role, client))
                .orElseGet(() -> expel(workspace, identified.identity()));
    }

    private Uni<TokensView> expel(WorkspaceId workspace, IdToken identity) {
        return repository
                .expel(workspace, identity)
                .onItem()
                .transformToUni(done -> Uni.createFrom().failure(SignInProblems.NO_ROLE::problem));
    }
}
