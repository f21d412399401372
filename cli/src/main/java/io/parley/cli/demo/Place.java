package io.parley.cli.demo;

import java.time.DayOfWeek;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The places that the demo assistant knows the opening hours of. */
enum Place {
    LIBRARY("09:00", "20:00", DayOfWeek.SUNDAY),
    MUSEUM("10:00", "18:00", DayOfWeek.MONDAY),
    SWIMMING_POOL("07:00", "22:00", null),
    ZOO("09:00", "17:00", null);

    private final String opens;
    private final String closes;
    private final @Nullable DayOfWeek closedOn;

    Place(String opens, String closes, @Nullable DayOfWeek closedOn) {
        this.opens = opens;
        this.closes = closes;
        this.closedOn = closedOn;
    }

    String opens() {
        return opens;
    }

    String closes() {
        return closes;
    }

    /** The weekly day off, or null for none. */
    @Nullable DayOfWeek closedOn() {
        return closedOn;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
