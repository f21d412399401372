package io.parley.local.subprocess;

import io.parley.contracts.Failure;
import io.parley.contracts.SubprocessTarget;
import io.parley.worker.BrokenOff;
import java.io.IOException;
import java.time.Duration;

/** Every way in which a program fails: the code, and the sentence that people read. */
final class SubprocessFailures {

    private SubprocessFailures() {}

    static BrokenOff notStarted(SubprocessTarget target, IOException cause) {
        return new BrokenOff(
                "subprocess-not-started",
                "%s was not started: %s; the first of its command must be a program of this machine"
                        .formatted(name(target), cause.getMessage()));
    }

    static BrokenOff ended(SubprocessTarget target, int status) {
        return new BrokenOff(
                "subprocess-ended",
                "%s ended, with status %d, without an answer; it must write a line for each that it reads, and go on until its standard input ends"
                        .formatted(name(target), status));
    }

    static BrokenOff tooLong(SubprocessTarget target, int limit) {
        return new BrokenOff(
                "answer-too-large", "%s wrote a line of more than %,d characters".formatted(name(target), limit));
    }

    static BrokenOff late(SubprocessTarget target, Duration limit) {
        return new BrokenOff(
                "turn-timeout",
                "%s wrote no line within %s s; does it end its lines and flush its output?"
                        .formatted(name(target), limit.toMillis() / 1_000.0));
    }

    /** The same with what the program had to say about it. */
    static BrokenOff withErrors(BrokenOff broken, String errors) {
        Failure failure = broken.failure();
        return errors.isBlank()
                ? broken
                : new BrokenOff(
                        failure.code(), failure.reason() + "; on its standard error stands at last: " + errors.strip());
    }

    private static String name(SubprocessTarget target) {
        return "the program " + target.command().getFirst();
    }
}
