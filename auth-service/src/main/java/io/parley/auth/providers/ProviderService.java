package io.parley.auth.providers;

import io.parley.auth.oidc.Discovery;
import io.parley.auth.oidc.Metadata;
import io.parley.auth.oidc.ProviderFailed;
import io.parley.auth.tokens.PublicAddress;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Caller;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets a workspace's provider, once it has answered with what is needed of it. */
@ApplicationScoped
class ProviderService {

    private final Providers providers;
    private final Discovery discovery;
    private final PublicAddress address;
    private final Sealer sealer;
    private final Caller caller;

    ProviderService(Providers providers, Discovery discovery, PublicAddress address, Sealer sealer, Caller caller) {
        this.providers = providers;
        this.discovery = discovery;
        this.address = address;
        this.sealer = sealer;
        this.caller = caller;
    }

    Uni<ProviderView> find(UUID workspace) {
        return view(own(workspace));
    }

    Uni<ProviderView> set(UUID workspace, SetProvider provider) {
        WorkspaceId own = own(workspace);
        if (!provider.mistakes().isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(provider.mistakes());
        }
        return discover(provider.issuer())
                .chain(discovered -> providers.set(own, caller.subject(), provider, sealed(provider.clientSecret())))
                .invoke(ProviderService::requireSecret)
                .chain(() -> view(own));
    }

    Uni<Void> remove(UUID workspace) {
        return providers
                .remove(own(workspace), caller.subject())
                .invoke(ProviderService::requireRemoved)
                .replaceWithVoid();
    }

    private Uni<ProviderView> view(WorkspaceId own) {
        return providers.of(own).map(provider -> ProviderView.of(provider, address));
    }

    private Uni<Metadata> discover(String issuer) {
        return discovery
                .anew(issuer)
                .onFailure(ProviderFailed.class)
                .transform(failure -> invalid("/issuer", failure.reason()));
    }

    private @Nullable String sealed(@Nullable String secret) {
        return Optional.ofNullable(secret).map(sealer::seal).orElse(null);
    }

    private static void requireSecret(boolean set) {
        if (!set) {
            throw invalid("/clientSecret", "must be given: the workspace has none for this issuer and client yet");
        }
    }

    private static void requireRemoved(boolean removed) {
        if (!removed) {
            throw ProviderProblems.NO_PROVIDER.problem();
        }
    }

    private static Problem invalid(String field, String message) {
        return ProblemType.INVALID_INPUT.problem(List.of(new FieldError(field, message)));
    }

    private WorkspaceId own(UUID workspace) {
        if (!caller.workspace().value().equals(workspace)) {
            throw ProviderProblems.WORKSPACE_NOT_FOUND.problem();
        }
        return caller.workspace();
    }
}
