package io.parley.telemetry.otlp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Ids that are the same each time the same span is sent. */
final class Identities {

    private static final long VERSION_8 = 0x8000L;
    private static final long WITHOUT_VERSION = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long WITHOUT_VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;

    private Identities() {}

    /** Of an event that a span becomes. */
    static UUID event(Span span, String type) {
        return digest("event " + span.traceId() + " " + span.spanId() + " " + type);
    }

    /** Of the session of a conversation: its id if that is a UUID, otherwise made of it. */
    static UUID session(String conversation) {
        try {
            UUID id = UUID.fromString(conversation);
            if (id.toString().equalsIgnoreCase(conversation)) {
                return id;
            }
        } catch (IllegalArgumentException notAUuid) {
            // made of it below, as of what only looks like one
        }
        return digest("session " + conversation);
    }

    /** Of the session of a trace that names no conversation: the bytes of its id. */
    static UUID sessionOfTrace(String traceId) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(traceId));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** The first half of a SHA-256 digest as a UUID of version 8 (RFC 9562). */
    private static UUID digest(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID((bytes.getLong() & WITHOUT_VERSION) | VERSION_8, (bytes.getLong() & WITHOUT_VARIANT) | VARIANT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has it", impossible);
        }
    }
}
