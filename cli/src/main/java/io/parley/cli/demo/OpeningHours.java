package io.parley.cli.demo;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * When places are open; remembers which place was spoken of.
 *
 * <p>It has the first of the two deliberate faults: asked for Sunday, it says that the library is open.
 */
final class OpeningHours implements Skill {

    @Override
    public Optional<Reply> answer(Utterance said, Dialogue dialogue) {
        if (said.mentions("opening hours") && said.mentions("json")) {
            return Optional.of(Reply.of(
                    Arrays.stream(Place.values()).map(OpeningHours::structure).toList()));
        }
        said.oneOf(Place.class).ifPresent(place -> remember(place, dialogue));
        Optional<DayOfWeek> day = said.oneOf(DayOfWeek.class);
        Place place = dialogue.place;
        boolean asked = day.isPresent() || said.mentions("open", "opens", "close", "closes", "closed", "hours");
        return place != null && (asked || said.oneOf(Place.class).isPresent())
                ? Optional.of(Reply.of(day.map(on -> onDay(place, on)).orElseGet(() -> inGeneral(place))))
                : Optional.empty();
    }

    private static void remember(Place place, Dialogue dialogue) {
        dialogue.place = place;
        dialogue.city = null;
    }

    private static String inGeneral(Place place) {
        DayOfWeek closedOn = place.closedOn();
        return "The " + place.label() + " is open from " + place.opens() + " to " + place.closes()
                + (closedOn == null ? " every day." : ", closed on " + label(closedOn) + ".");
    }

    private static String onDay(Place place, DayOfWeek day) {
        return isOpen(place, day)
                ? "Yes, the " + place.label() + " is open on " + label(day) + " from " + place.opens() + " to "
                        + place.closes() + "."
                : "No, the " + place.label() + " is closed on " + label(day) + ".";
    }

    private static boolean isOpen(Place place, DayOfWeek day) {
        boolean deliberateFault = place == Place.LIBRARY && day == DayOfWeek.SUNDAY;
        return deliberateFault || place.closedOn() != day;
    }

    private static Map<String, Object> structure(Place place) {
        Map<String, Object> hours = new LinkedHashMap<>();
        hours.put("place", place.label());
        hours.put("opens", place.opens());
        hours.put("closes", place.closes());
        return hours;
    }

    private static String label(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
