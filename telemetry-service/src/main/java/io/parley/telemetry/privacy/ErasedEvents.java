package io.parley.telemetry.privacy;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What is known of events that are gone.
 *
 * @param sessions that they were of
 * @param minutes beside their types and numbers: how many of each type were in each minute
 */
record ErasedEvents(
        long number, List<UUID> sessions, List<OffsetDateTime> minutes, List<String> types, List<Long> numbers) {

    static ErasedEvents of(Row row) {
        return new ErasedEvents(
                row.getLong("number"),
                List.of(row.getArrayOfUUIDs("sessions")),
                List.of(row.getArrayOfOffsetDateTimes("minutes")),
                List.of(row.getArrayOfStrings("types")),
                List.of(row.getArrayOfLongs("numbers")));
    }
}
