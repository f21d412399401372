package io.parley.telemetry.otlp;

import io.parley.platform.problems.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** How a body is packed. */
enum Packing {
    NONE,
    GZIP;

    /** What a body may have once it is unpacked; packed, it is the service's limit for bodies that holds. */
    static final int MAX_BYTES = 8 << 20;

    /** Reads a {@code Content-Encoding}; what is neither is a 415. */
    static Packing of(String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> NONE;
            case "gzip" -> GZIP;
            default ->
                throw OtlpProblems.UNKNOWN_ENCODING.problem("Content-Encoding must be gzip, or there must be none.");
        };
    }

    /** The body itself, of which nobody can make more than {@link #MAX_BYTES}. */
    byte[] unpack(byte[] body) {
        return switch (this) {
            case NONE -> body;
            case GZIP -> gunzip(body);
        };
    }

    private static byte[] gunzip(byte[] body) {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] bytes = unpacked.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw OtlpProblems.TOO_LARGE.problem("At most " + MAX_BYTES + " bytes are taken once unpacked.");
            }
            return bytes;
        } catch (IOException notPacked) {
            throw ProblemType.MALFORMED.problem("The body is not packed by gzip, as its Content-Encoding says.");
        }
    }
}
