package io.parley.run.botium;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who speaks in a section of a convo, or what is to be done in it. */
enum Sender {
    BEGIN,
    INCLUDE,
    ME,
    BOT,
    END;

    static Optional<Sender> named(String name) {
        return Arrays.stream(values())
                .filter(sender -> sender.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
