package io.parley.database;

import java.util.Locale;

/** The schemas of the platform, one per service that stores something, each with a role that can touch nothing else. */
public enum Schema {
    AUTH,
    RUNS,
    VALIDATION,
    TELEMETRY;

    /** The schema's name on the server. */
    public String schemaName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The login role of the service that owns the schema. */
    public String role() {
        return "parley_" + schemaName();
    }
}
