package io.parley.telemetry.events;

import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a caller asks of the list of events; every condition narrows it. */
record EventQuery(
        @RestQuery @Nullable String sessionId,
        @RestQuery @Nullable String subjectId,
        @RestQuery @Nullable String type,
        @RestQuery @Nullable String from,
        @RestQuery @Nullable String to,
        @RestQuery @DefaultValue("50") String limit,
        @RestQuery @Nullable String after) {}
