package io.parley.telemetry.sessions;

import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a caller asks of the list of sessions; every condition narrows it. */
record SessionQuery(
        @RestQuery @Nullable String subjectId,
        @RestQuery @Nullable String state,
        @RestQuery @Nullable String from,
        @RestQuery @Nullable String to,
        @RestQuery @DefaultValue("50") String limit,
        @RestQuery @Nullable String after) {}
