package io.parley.auth.recovery;

import io.parley.auth.lockout.Origin;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/** For users who have no token: who asks is told nothing, and who confirms has read the mail. */
@Path("/api/v1/auth")
class RecoveryResource {

    private final RecoveryService recovery;

    RecoveryResource(RecoveryService recovery) {
        this.recovery = recovery;
    }

    /** Answers the same whether the address has an account or not, and whether it is verified already. */
    @POST
    @Path("/email-verification")
    @PermitAll
    public Uni<Void> askForVerification(@NotNull @Valid AskForMail ask, @Context HttpServerRequest request) {
        return recovery.ask(Purpose.EMAIL_VERIFICATION, origin(ask, request));
    }

    @POST
    @Path("/email-verification/confirm")
    @PermitAll
    public Uni<Void> verify(@NotNull @Valid VerifyEmail verify) {
        return recovery.verify(verify.token());
    }

    /** Answers the same whether the address has an account or not. */
    @POST
    @Path("/password-reset")
    @PermitAll
    public Uni<Void> askForReset(@NotNull @Valid AskForMail ask, @Context HttpServerRequest request) {
        return recovery.ask(Purpose.PASSWORD_RESET, origin(ask, request));
    }

    /** Ends every session of the user. */
    @POST
    @Path("/password-reset/confirm")
    @PermitAll
    public Uni<Void> reset(@NotNull @Valid ResetPassword reset) {
        return recovery.reset(reset);
    }

    private static Origin origin(AskForMail ask, HttpServerRequest request) {
        return new Origin(ask.email(), request.remoteAddress().hostAddress());
    }
}
