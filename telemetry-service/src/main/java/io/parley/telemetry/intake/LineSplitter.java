package io.parley.telemetry.intake;

import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** Cuts what comes in parts into lines, and never holds more than one line may have. */
final class LineSplitter {

    private static final byte LINE_END = '\n';

    private final int maxBytes;
    private Buffer begun = Buffer.buffer();
    private boolean tooLong;

    LineSplitter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Hands on every line that ends in this part. */
    void split(Buffer part, Consumer<StreamLine> lines) {
        int from = 0;
        for (int at = 0; at < part.length(); at++) {
            if (part.getByte(at) == LINE_END) {
                append(part, from, at);
                lines.accept(ended());
                from = at + 1;
            }
        }
        append(part, from, part.length());
    }

    /** Hands on the last line, which needs no end of its own. */
    void finish(Consumer<StreamLine> lines) {
        if (tooLong || begun.length() > 0) {
            lines.accept(ended());
        }
    }

    private void append(Buffer part, int from, int to) {
        if (tooLong || begun.length() + to - from > maxBytes) {
            tooLong = true;
            begun = Buffer.buffer();
        } else {
            begun.appendBuffer(part, from, to - from);
        }
    }

    private StreamLine ended() {
        StreamLine line = tooLong ? new StreamLine.TooLong() : new StreamLine.Whole(begun.getBytes());
        tooLong = false;
        begun = Buffer.buffer();
        return line;
    }
}
