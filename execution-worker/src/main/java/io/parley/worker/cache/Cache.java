package io.parley.worker.cache;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** Where responses are kept. */
interface Cache {

    /** Most characters of a response that is kept. */
    int LONGEST_BODY = 1 << 16;

    /** What is kept under the key; never fails. */
    Uni<Optional<Kept>> find(String key);

    /** Keeps the response under the key for so long, unless it is large, and does not wait for it. */
    void keep(String key, Kept response, Duration time);
}
