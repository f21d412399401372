package io.parley.run.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.parley.contracts.ExecutionId;
import io.parley.platform.pages.Cursor;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A case of two runs that are compared.
 *
 * @param caseName its name
 * @param vars its variables, JSON
 * @param before how it stood in the earlier run; absent if it is new
 * @param after how it stands in the later run; absent if it is gone
 */
record ComparedCase(
        @JsonProperty("case") String caseName,
        @JsonRawValue @Schema(implementation = Map.class) String vars,
        Change change,
        @Nullable Side before,
        @Nullable Side after) {

    /**
     * A case in one of the runs.
     *
     * @param executionId the first of its executions that failed, else the first
     * @param repeats executions, of which so many passed and failed
     */
    record Side(ExecutionId executionId, int repeats, int passed, int failed) {}

    /**
     * Where a case stands in a list.
     *
     * @param position in the suite of the later run, else in that of the earlier one
     */
    record Place(int position, UUID identity) {

        private static final String SEPARATOR = "/";
        static final Place BEFORE_ALL = new Place(-1, new UUID(0, 0));

        Cursor cursor() {
            return new Cursor(position + SEPARATOR + identity);
        }

        /** Reads the key of such a cursor; anything else is an {@link IllegalArgumentException}. */
        static Place parse(String key) {
            String[] parts = key.split(SEPARATOR, -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("no place: " + key);
            }
            return new Place(Integer.parseInt(parts[0]), UUID.fromString(parts[1]));
        }
    }

    /** A case with its place in the list. */
    record Placed(Place place, ComparedCase compared) {}
}
