package io.parley.auth.signin;

import io.parley.auth.sessions.Client;
import io.parley.auth.sessions.TokensView;
import io.parley.auth.tokens.PublicAddress;
import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** For people's browsers, which are sent from here to the provider and back. */
@Path(SignInResource.PATH)
class SignInResource {

    static final String PATH = "/api/v1/auth/oidc";

    private static final String COOKIE = "parley-sign-in";
    private static final Duration TIME = Duration.ofMinutes(10);

    private final SignInService signIns;
    private final PublicAddress address;

    SignInResource(SignInService signIns, PublicAddress address) {
        this.signIns = signIns;
        this.address = address;
    }

    @GET
    @Path("/{workspace}/start")
    @PermitAll
    @APIResponse(responseCode = "303", description = "To the workspace's identity provider")
    public Uni<RestResponse<Void>> start(@RestPath UUID workspace) {
        return signIns.begin(new WorkspaceId(workspace)).map(this::redirect);
    }

    /** Where the workspace's provider sends the browser back. */
    @GET
    @Path("/{workspace}/callback")
    @PermitAll
    public Uni<RestResponse<TokensView>> callback(
            @RestPath UUID workspace,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String code,
            @RestQuery @Nullable String error,
            @RestQuery @Nullable String iss,
            @RestCookie(COOKIE) @Nullable String begun,
            @Context HttpServerRequest request) {
        return signIns.end(new WorkspaceId(workspace), new Returned(state, begun, code, error, iss), Client.of(request))
                .map(this::tokens);
    }

    private RestResponse<Void> redirect(SignInService.Begun begun) {
        return RestResponse.ResponseBuilder.<Void>create(Response.Status.SEE_OTHER)
                .location(begun.next())
                .cookie(cookie(begun.state(), TIME))
                .header("Cache-Control", "no-store")
                .build();
    }

    private RestResponse<TokensView> tokens(TokensView tokens) {
        return RestResponse.ResponseBuilder.ok(tokens)
                .cookie(cookie("", Duration.ZERO))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Sent along when the provider sends the browser back, and by no other site's request than such a step from page to page. */
    private NewCookie cookie(String state, Duration time) {
        return new NewCookie.Builder(COOKIE)
                .value(state)
                .path(PATH)
                .maxAge((int) time.toSeconds())
                .httpOnly(true)
                .secure(address.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
