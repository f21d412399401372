package io.parley.platform.messaging;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which trace a message belongs to, in a form that can lie in a row or a header.
 *
 * @param traceparent W3C {@code traceparent}, or null for none
 */
public record Trace(@Nullable String traceparent) {

    /** Belongs to no trace. */
    public static final Trace NONE = new Trace(null);

    static final String HEADER = "traceparent";

    /** The trace of the work that is under way. */
    public static Trace current() {
        return of(Context.current());
    }

    static Trace of(Context context) {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(context, carrier, Trace::put);
        return new Trace(carrier.get(HEADER));
    }

    private static void put(@Nullable Map<String, String> carrier, String key, String value) {
        Objects.requireNonNull(carrier).put(key, value);
    }

    /** The context that spans of this trace have as their parent. */
    Context context() {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, Header.INSTANCE);
    }

    private enum Header implements TextMapGetter<String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(HEADER) ? carrier : null;
        }
    }
}
