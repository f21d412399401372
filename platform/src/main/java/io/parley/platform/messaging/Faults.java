package io.parley.platform.messaging;

import io.vertx.sqlclient.DatabaseException;
import java.util.Set;

/** Tells a failure of the message from a failure of the surroundings. */
final class Faults {

    /** SQLSTATE classes (PostgreSQL, appendix A): data exception, integrity constraint violation. */
    private static final Set<String> DATA_CLASSES = Set.of("22", "23");

    private Faults() {}

    /** Whether the same message would fail the same way at its next delivery. */
    static boolean isOfMessage(Throwable failure) {
        return switch (failure) {
            case Poison poison -> true;
            case DatabaseException database ->
                database.getSqlState() != null
                        && DATA_CLASSES.contains(database.getSqlState().substring(0, 2));
            case IllegalArgumentException defect -> true;
            case NullPointerException defect -> true;
            case ClassCastException defect -> true;
            default -> false;
        };
    }
}
