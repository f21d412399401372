package io.parley.auth.erasure;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;

/** What came of the wish to erase somebody. */
sealed interface Erasure {

    record Done(ReceiptView receipt) implements Erasure {}

    /** The user is the only owner of workspaces that others are in. */
    record Needed(List<UUID> workspaces) implements Erasure {}

    /** The user runs the platform. */
    record OfOperator() implements Erasure {}

    /** Reads a row of {@link ErasureSql#ERASE}. */
    static Erasure of(Row row) {
        if (row.getUUID("receipt") != null) {
            return new Done(ReceiptView.of(row));
        }
        return row.getBoolean("operator") ? new OfOperator() : new Needed(List.of(row.getArrayOfUUIDs("needed_in")));
    }
}
