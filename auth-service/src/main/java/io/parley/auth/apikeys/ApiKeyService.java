package io.parley.auth.apikeys;

import io.parley.auth.tokens.AccessToken;
import io.parley.auth.tokens.AccessTokens;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ApiKeyService {

    private final ApiKeyRepository repository;
    private final AccessTokens tokens;

    ApiKeyService(ApiKeyRepository repository, AccessTokens tokens) {
        this.repository = repository;
        this.tokens = tokens;
    }

    Uni<CreatedApiKeyView> create(Caller caller, CreateApiKey create) {
        ApiKey key = ApiKey.generate();
        return repository
                .add(key, caller.workspace(), caller.subject(), create)
                .map(about -> new CreatedApiKeyView(about, key.text()));
    }

    Uni<Page<ApiKeyView>> list(WorkspaceId workspace, int limit, @Nullable String after) {
        return repository.list(workspace, limit, after);
    }

    Uni<Void> revoke(Caller caller, UUID key) {
        return repository
                .revoke(caller.workspace(), caller.subject(), key)
                .invoke(revoked -> {
                    if (!revoked) {
                        throw ApiKeyProblems.API_KEY_NOT_FOUND.problem();
                    }
                })
                .replaceWithVoid();
    }

    Uni<AccessToken> exchange(String key) {
        return repository
                .use(key)
                .map(found -> found.orElseThrow(ApiKeyProblems.API_KEY_REFUSED::problem))
                .chain(tokens::issue);
    }
}
