package io.parley.worker.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.eventloops.EventLoops;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** In Redis, the newest up to so much. Where that is away, or what it holds cannot be read, nothing is kept and nothing is found. */
@ApplicationScoped
class RedisCache implements Cache {

    private static final Logger LOG = Logger.getLogger(Cache.class);
    private static final String PREFIX = "parley:answers:";
    private static final String ORDER = "parley:answers";
    private static final String SIZE = "parley:answers-size";
    private static final Duration ANSWER_TIME = Duration.ofSeconds(1);
    private static final String SCRIPT = script();

    /** Most bytes of all responses: a quarter of what a private Redis has. */
    private static final long MOST_BYTES = 64 << 20;

    private final ReactiveRedisDataSource redis;
    private final ReactiveValueCommands<String, String> values;
    private final EventLoops loops;
    private final ObjectMapper json;
    private final long mostBytes;

    @Inject
    RedisCache(ReactiveRedisDataSource redis, EventLoops loops, ObjectMapper json) {
        this(redis, loops, json, MOST_BYTES);
    }

    RedisCache(ReactiveRedisDataSource redis, EventLoops loops, ObjectMapper json, long mostBytes) {
        this.redis = redis;
        this.mostBytes = mostBytes;
        this.values = redis.value(String.class);
        this.loops = loops;
        this.json = json;
    }

    @Override
    public Uni<Optional<Kept>> find(String key) {
        return values.get(PREFIX + key)
                .ifNoItem()
                .after(ANSWER_TIME)
                .on(loops.clock())
                .fail()
                .map(this::read)
                .onFailure()
                .recoverWithItem(failure -> notFound(failure));
    }

    @Override
    public void keep(String key, Kept response, Duration time) {
        if (response.body().length() > LONGEST_BODY) {
            return;
        }
        var unused = redis.execute(
                        "EVAL",
                        SCRIPT,
                        "3",
                        PREFIX + key,
                        ORDER,
                        SIZE,
                        written(response),
                        String.valueOf(time.toMillis()),
                        String.valueOf(mostBytes))
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

    private static String script() {
        try (InputStream file = RedisCache.class.getResourceAsStream("keep.lua")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Kept> notFound(Throwable failure) {
        LOG.debugf("message=\"kept answers cannot be read\" reason=\"%s\"", failure.toString());
        return Optional.empty();
    }
}
