package io.parley.platform.messaging;

import io.vertx.sqlclient.DatabaseException;
import java.util.Set;

/** Tells a failure of the message from a failure of the surroundings. */
final class Faults {

    private static final boolean WITH_DATABASE = isPresent("io.vertx.sqlclient.DatabaseException");

    private Faults() {}

    /** Whether the same message would fail the same way at its next delivery. */
    static boolean isOfMessage(Throwable failure) {
        return switch (failure) {
            case Poison poison -> true;
            case IllegalArgumentException defect -> true;
            case NullPointerException defect -> true;
            case ClassCastException defect -> true;
            default -> WITH_DATABASE && Refusal.isOfData(failure);
        };
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, Faults.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** What the database says of data; a class of its own, because services without a database lack its classes. */
    private static final class Refusal {

        /** SQLSTATE classes (PostgreSQL, appendix A): data exception, integrity constraint violation. */
        private static final Set<String> DATA_CLASSES = Set.of("22", "23");

        static boolean isOfData(Throwable failure) {
            return failure instanceof DatabaseException database
                    && database.getSqlState() != null
                    && DATA_CLASSES.contains(database.getSqlState().substring(0, 2));
        }
    }
}
