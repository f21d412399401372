package io.parley.worker.cache;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the target answered in an earlier conversation that went as this one does so far. A request stands for an earlier one only if
 * all requests and responses before it are the same too. Used by one request at a time.
 */
public final class Memory {

    /** Of a conversation of which nothing is kept. */
    public static final Memory NONE = new Memory(null, new byte[0], Duration.ZERO, false);

    private final Duration time;
    private final boolean anew;
    private @Nullable Cache cache;

    /** Tells this conversation, as far as it has come, from all that went otherwise. */
    private byte[] trail;

    /**
     * Of a conversation that begins.
     *
     * @param beginning what has to be the same besides requests and responses
     * @param time for which responses are kept
     * @param anew whether what is kept does not do
     */
    Memory(@Nullable Cache cache, byte[] beginning, Duration time, boolean anew) {
        this.cache = cache;
        this.trail = beginning;
        this.time = time;
        this.anew = anew;
    }

    /** The response that stands for that to this request, if there is one. Never fails. */
    public Uni<Optional<Kept>> recall(byte[] request) {
        Cache keeping = cache;
        trail = Digests.of(trail, request);
        if (keeping == null || anew) {
            return Uni.createFrom().item(Optional.empty());
        }
        return keeping.find(HexFormat.of().formatHex(trail))
                .invoke(found -> found.ifPresent(response -> goOn(response.body())));
    }

    /** Keeps the response to the request that was looked for last: it is a good answer. */
    public void keep(Kept response) {
        Cache keeping = cache;
        if (keeping != null) {
            keeping.keep(HexFormat.of().formatHex(trail), response, time);
            goOn(response.body());
        }
    }

    /** The target knows this conversation from others from now on: no response of another one stands for its own. */
    public void forget() {
        cache = null;
    }

    /** Whether responses are looked for at all. */
    public boolean isKept() {
        return cache != null;
    }

    private void goOn(String response) {
        trail = Digests.of(trail, response.getBytes(StandardCharsets.UTF_8));
    }
}
