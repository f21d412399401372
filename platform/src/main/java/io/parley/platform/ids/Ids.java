package io.parley.platform.ids;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits. */
public final class Ids {

    private Ids() {}

    /** A new id; ids made in different milliseconds sort by time. Unique, but not secret. */
    public static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | random.nextInt(1 << 12);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
