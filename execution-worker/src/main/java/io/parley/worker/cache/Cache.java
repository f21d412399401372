package io.parley.worker.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.eventloops.EventLoops;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps responses in Redis. Where that is away, or what it holds cannot be read, nothing is kept and nothing is found. */
@ApplicationScoped
class Cache {

    private static final Logger LOG = Logger.getLogger(Cache.class);
    private static final String PREFIX = "parley:answers:";
    private static final Duration ANSWER_TIME = Duration.ofSeconds(1);

    /** Most characters of a response that is kept. */
    static final int LONGEST_BODY = 1 << 16;

    private final ReactiveValueCommands<String, String> values;
    private final EventLoops loops;
    private final ObjectMapper json;

    Cache(ReactiveRedisDataSource redis, EventLoops loops, ObjectMapper json) {
        this.values = redis.value(String.class);
        this.loops = loops;
        this.json = json;
    }

    /** What is kept under the key; never fails. */
    Uni<Optional<Kept>> find(String key) {
        return values.get(PREFIX + key)
                .ifNoItem()
                .after(ANSWER_TIME)
                .on(loops.clock())
                .fail()
                .map(this::read)
                .onFailure()
                .recoverWithItem(failure -> notFound(failure));
    }

    /** Keeps the response under the key for so long, unless it is large, and does not wait for it. */
    void keep(String key, Kept response, Duration time) {
        if (response.body().length() > LONGEST_BODY) {
            return;
        }
        var unused = values.psetex(PREFIX + key, time.toMillis(), written(response))
                .subscribe()
                .with(
                        kept -> {},
                        failure -> LOG.debugf("message=\"answer not kept\" reason=\"%s\"", failure.toString()));
    }

    private Optional<Kept> read(@Nullable String written) {
        try {
            return written == null ? Optional.empty() : Optional.of(json.readValue(written, Kept.class));
        } catch (JsonProcessingException damaged) {
            return notFound(damaged);
        }
    }

    private String written(Kept response) {
        try {
            return json.writeValueAsString(response);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a response that is no JSON", impossible);
        }
    }

    private static Optional<Kept> notFound(Throwable failure) {
        LOG.debugf("message=\"kept answers cannot be read\" reason=\"%s\"", failure.toString());
        return Optional.empty();
    }
}
