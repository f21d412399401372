package io.parley.auth.providers;

import io.parley.auth.tokens.PublicAddress;
import io.parley.contracts.WorkspaceId;
import java.net.URI;

/** Where people begin to sign in at a provider, and where they come back. */
public final class SignInPaths {

    private static final String BASE = "/api/v1/auth/oidc";

    private SignInPaths() {}

    /**
     * What a client of a provider must be allowed to be sent back to. Each workspace has its own, so that what one's provider sends
     * is never taken for what another's does (RFC 9700, section 4.4.2.2).
     */
    public static URI callback(PublicAddress address, WorkspaceId workspace) {
        return address.of(BASE + "/" + workspace + "/callback");
    }

    static URI start(PublicAddress address, WorkspaceId workspace) {
        return address.of(BASE + "/" + workspace + "/start");
    }
}
