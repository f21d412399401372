package io.parley.run.progress;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Caller;
import io.parley.platform.problems.Problem;
import io.parley.run.runs.Runs;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Opens a progress socket only for a run of the caller's workspace; for any other id the answer is 404. */
@Singleton
class ProgressAccess implements HttpUpgradeCheck {

    static final TypedKey<String> WORKSPACE = TypedKey.forString("workspace");

    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;

    private final Runs runs;

    ProgressAccess(Runs runs) {
        this.runs = runs;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext request) {
        return request.securityIdentity()
                .chain(identity -> permit(request, identity))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithUni(() -> CheckResult.rejectUpgrade(UNAUTHORIZED));
    }

    private Uni<CheckResult> permit(HttpUpgradeContext request, SecurityIdentity identity) {
        String workspace = workspace(identity);
        if (workspace == null) {
            return CheckResult.rejectUpgrade(UNAUTHORIZED);
        }
        request.userData().put(WORKSPACE, workspace);
        return Uni.createFrom()
                .item(() -> RunId.fromString(request.pathParam("id")))
                .chain(run -> runs.require(WorkspaceId.fromString(workspace), run))
                .map(run -> CheckResult.permitUpgradeSync())
                .onFailure(failure -> failure instanceof Problem || failure instanceof IllegalArgumentException)
                .recoverWithUni(() -> CheckResult.rejectUpgrade(NOT_FOUND));
    }

    private static @Nullable String workspace(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(Caller.WORKSPACE_CLAIM) : null;
    }
}
