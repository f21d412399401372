package io.parley.telemetry.intake;

/** One line of a stream, as {@link LineSplitter} found it. */
sealed interface StreamLine {

    /**
     * A line as it was sent.
     *
     * @param bytes without the line's end
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared never
    record Whole(byte[] bytes) implements StreamLine {}

    /** A line that nobody reads: it has more bytes than one may have. */
    record TooLong() implements StreamLine {}
}
