package io.parley.validation.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers what was compiled most recently; what cannot be compiled is tried again. Safe for many threads. */
final class Memo<K, V> {

    private static final int MOST = 256;

    private final Function<K, V> compile;
    private final Map<K, V> recent = new LinkedHashMap<>(MOST, 0.75f, true);

    Memo(Function<K, V> compile) {
        this.compile = compile;
    }

    synchronized V get(K source) {
        V known = recent.get(source);
        if (known != null) {
            return known;
        }
        V compiled = compile.apply(source);
        recent.put(source, compiled);
        if (recent.size() > MOST) {
            recent.remove(recent.keySet().iterator().next());
        }
        return compiled;
    }
}
