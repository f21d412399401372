package io.parley.telemetry.input;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import io.parley.platform.time.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the fields of one input and remembers everything that is wrong with them. A field that cannot be read is empty
 * and has its complaint in {@link #errors()}.
 */
public final class Fields {

    public static final int MAX_SUBJECT_LENGTH = 200;
    public static final int MAX_TYPE_LENGTH = 100;

    private static final int UUID_LENGTH = 36;

    private final List<FieldError> errors = new ArrayList<>();

    /** The canonical text of a UUID, in either case. */
    public Optional<UUID> uuid(String field, String text) {
        try {
            if (text.length() == UUID_LENGTH) {
                return Optional.of(UUID.fromString(text));
            }
        } catch (IllegalArgumentException notAUuid) {
            // complained about below, as are texts of another length
        }
        return refuse(field, "must be a UUID such as 0198c0de-0000-7000-8000-000000000000");
    }

    /** An ISO 8601 time with its offset, cut to the microseconds that the database keeps. */
    public Optional<Instant> instant(String field, String text) {
        try {
            return Optional.of(Times.instant(text).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException notATime) {
            return refuse(field, "must be an ISO 8601 time with an offset such as 2025-01-31T12:00:00Z");
        }
    }

    /** A calendar day, taken in UTC. */
    public Optional<LocalDate> day(String field, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return refuse(field, "must be a day such as 2025-01-31");
        }
    }

    /** A whole number within bounds, both included. */
    public Optional<Integer> integer(String field, String text, int least, int most) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return Optional.of(value);
            }
        } catch (NumberFormatException notANumber) {
            // complained about below, as are numbers out of bounds
        }
        return refuse(field, "must be a number from " + least + " to " + most);
    }

    /** A short text that people and indexes can read: not blank, no control characters. */
    public Optional<String> name(String field, String text, int maxLength) {
        if (text.isBlank() || text.length() > maxLength) {
            return refuse(field, "must have 1 to " + maxLength + " characters");
        }
        if (Texts.hasControls(text)) {
            return refuse(field, "must not contain control characters");
        }
        Optional<String> fault = Texts.faultOf(text);
        return fault.isEmpty() ? Optional.of(text) : refuse(field, fault.get());
    }

    /** Remembers a complaint; the empty answer stands for the value that there is not. */
    public <T> Optional<T> refuse(String field, String message) {
        errors.add(new FieldError(field, message));
        return Optional.empty();
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Every complaint so far, in the order of reading. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Ends the request with a 422 that lists the complaints, if there are any. */
    public void orThrow() {
        if (!errors.isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(errors());
        }
    }
}
