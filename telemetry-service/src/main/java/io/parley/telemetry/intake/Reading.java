package io.parley.telemetry.intake;

import io.parley.contracts.TelemetryEvent;
import io.parley.platform.problems.FieldError;
import java.util.List;

/** What came of reading one event. */
sealed interface Reading {

    /** An event within all bounds. */
    record Valid(TelemetryEvent event) implements Reading {}

    /**
     * No event.
     *
     * @param errors everything that is wrong with it, fields as JSON Pointers into the event; at least one
     */
    record Invalid(List<FieldError> errors) implements Reading {}
}
