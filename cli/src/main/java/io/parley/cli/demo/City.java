package io.parley.cli.demo;

import java.util.Locale;

/** The cities that the demo assistant knows the weather of. */
enum City {
    BERLIN("sunny", 24, "rainy", 19),
    DUBLIN("rainy", 15, "rainy", 16),
    LISBON("sunny", 29, "sunny", 31),
    OSLO("cloudy", 14, "sunny", 17);

    private final String skyToday;
    private final int degreesToday;
    private final String skyTomorrow;
    private final int degreesTomorrow;

    City(String skyToday, int degreesToday, String skyTomorrow, int degreesTomorrow) {
        this.skyToday = skyToday;
        this.degreesToday = degreesToday;
        this.skyTomorrow = skyTomorrow;
        this.degreesTomorrow = degreesTomorrow;
    }

    Sky today() {
        return new Sky(skyToday, degreesToday);
    }

    Sky tomorrow() {
        return new Sky(skyTomorrow, degreesTomorrow);
    }

    String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The weather of one day, in degrees Celsius. */
    record Sky(String sky, int degrees) {}
}
