package io.parley.auth.mails;

import io.parley.platform.access.Access;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The mails of a platform without a mail server, for its operator. */
@Path("/api/v1/auth/mails")
class MailResource {

    private final MailService mails;

    MailResource(MailService mails) {
        this.mails = mails;
    }

    /** The newest first, those of the last week. */
    @GET
    @RolesAllowed(Access.OPERATOR)
    public Uni<Page<MailView>> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit, @RestQuery @Nullable String after) {
        return mails.list(limit, after);
    }
}
