package io.parley.worker.recordings;

import io.parley.contracts.Failure;
import io.parley.worker.BrokenOff;

/** Why a recording cannot stand for the conversation that the case asks for. */
final class RecordingFailures {

    private static final String REMEDY = "; run the case against the target";
    private static final int EXCERPT = 200;

    private RecordingFailures() {}

    static BrokenOff missing() {
        return new BrokenOff(
                "recording-missing",
                "the earlier run has no conversation of this case with these variables and this repeat" + REMEDY);
    }

    static BrokenOff otherMessage(String message, String recorded) {
        return new BrokenOff(
                "recording-differs",
                "the case now says '%s', but '%s' was said when it was recorded%s"
                        .formatted(excerpt(message), excerpt(recorded), REMEDY));
    }

    static BrokenOff otherLength(int turns, int recorded) {
        return new BrokenOff(
                "recording-differs",
                "the case now has another number of turns (%d) than were recorded (%d)%s"
                        .formatted(turns, recorded, REMEDY));
    }

    static BrokenOff notSimulated() {
        return new BrokenOff(
                "recording-differs",
                "the case now has a simulated user, who was not there when it was recorded" + REMEDY);
    }

    static BrokenOff heldThen(String recorded) {
        return new BrokenOff(
                "recording-differs",
                "the case now leaves out a turn, but '%s' was said when it was recorded%s"
                        .formatted(excerpt(recorded), REMEDY));
    }

    /** The conversation broke off here when it was held, and does so again. */
    static BrokenOff asRecorded(Failure failure) {
        return new BrokenOff(failure.code(), "as it was recorded: " + failure.reason());
    }

    private static String excerpt(String text) {
        return text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    }
}
