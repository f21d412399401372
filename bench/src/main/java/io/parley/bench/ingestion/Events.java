package io.parley.bench.ingestion;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Events of conversations: ids in the order of time, sessions of 20 events, payloads of about 300 bytes. */
final class Events {

    static final int IN_A_BATCH = 100;

    static final String PAYLOAD = "{\"text\":\"" + "Where is my order, and when will it come? ".repeat(6)
            + "\",\"intent\":\"order.status\",\"confidence\":0.93,\"turn\":7}";

    private static final int IN_A_SESSION = 20;

    private Events() {}

    /** The body of a request with new events. */
    static String batch() {
        StringBuilder body = new StringBuilder(64 * 1024).append("{\"events\":[");
        UUID session = id();
        Instant now = Instant.now();
        for (int event = 0; event < IN_A_BATCH; event++) {
            if (event % IN_A_SESSION == 0) {
                session = id();
            }
            body.append(event == 0 ? "" : ",")
                    .append("{\"eventId\":\"")
                    .append(id())
                    .append("\",\"sessionId\":\"")
                    .append(session)
                    .append("\",\"subjectId\":\"user-")
                    .append(session.getLeastSignificantBits() & 0xFFF)
                    .append("\",\"type\":\"user.message\",\"occurredAt\":\"")
                    .append(now)
                    .append("\",\"payload\":")
                    .append(PAYLOAD)
                    .append('}');
        }
        return body.append("]}").toString();
    }

    /** A new UUID of version 7. */
    static UUID id() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | random.nextInt(1 << 12);
        return new UUID(high, (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }
}
