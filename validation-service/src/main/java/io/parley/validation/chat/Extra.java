package io.parley.validation.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;

/** What is asked for where an endpoint takes it, and left out where it does not. */
enum Extra {
    /** The likeliest words, so that the same question gets the same answer. */
    TEMPERATURE("temperature") {
        @Override
        void addTo(ObjectNode request) {
            request.put(key(), 0);
        }
    },
    /** The same chance each time, where words are drawn by chance nevertheless. */
    SEED("seed") {
        @Override
        void addTo(ObjectNode request) {
            request.put(key(), 1);
        }
    },
    /** A reply that is JSON. */
    JSON("response_format") {
        @Override
        void addTo(ObjectNode request) {
            request.putObject(key()).put("type", "json_object");
        }
    };

    private final String key;

    Extra(String key) {
        this.key = key;
    }

    abstract void addTo(ObjectNode request);

    final String key() {
        return key;
    }

    /** Those of {@code sent} that a refusal speaks of; all of them if it names none. */
    static Set<Extra> namedIn(String refusal, Set<Extra> sent) {
        Set<Extra> named = EnumSet.noneOf(Extra.class);
        sent.stream().filter(extra -> refusal.contains(extra.key())).forEach(named::add);
        return named.isEmpty() ? sent : named;
    }
}
