package io.parley.validation.meaning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers what texts mean that were asked for most recently, by their hash: the texts may be long, and are nobody's
 * business later. Safe for many threads.
 */
final class MeaningCache {

    /** Of an entry beside its numbers: the hash, and what the map has around it. */
    private static final int OVERHEAD = 160;

    private final Map<ByteBuffer, Meaning> recent = new LinkedHashMap<>(16, 0.75f, true);
    private final long most;
    private long bytes;

    /** @param most bytes */
    MeaningCache(long most) {
        this.most = most;
    }

    synchronized Optional<Meaning> find(MeaningOf need) {
        return Optional.ofNullable(recent.get(hash(need)));
    }

    synchronized void add(MeaningOf need, Meaning meaning) {
        if (recent.put(hash(need), meaning) == null) {
            bytes += size(meaning);
        }
        while (bytes > most) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        ByteBuffer oldest = recent.keySet().iterator().next();
        Meaning forgotten = recent.remove(oldest);
        bytes -= forgotten == null ? 0 : size(forgotten);
    }

    private static int size(Meaning meaning) {
        return OVERHEAD + meaning.bytes();
    }

    private static ByteBuffer hash(MeaningOf need) {
        try {
            byte[] text = need.text().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
