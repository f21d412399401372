package io.parley.cli.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Today's and tomorrow's weather; remembers which city was spoken of. */
final class Weather implements Skill {

    @Override
    public Optional<Reply> answer(Utterance said, Dialogue dialogue) {
        boolean asked = said.mentions("weather", "forecast", "umbrella", "sunny", "rain");
        Optional<City> named = said.oneOf(City.class);
        if (asked && named.isEmpty() && said.mentions("in")) {
            return Optional.of(Reply.of("Sorry, I do not know that city. I know Berlin, Dublin, Lisbon and Oslo."));
        }
        named.ifPresent(city -> remember(city, dialogue));
        boolean goesOn = named.isPresent() || said.mentions("today", "tomorrow", "json");
        City city = dialogue.city;
        return city != null && (asked || goesOn) ? Optional.of(Reply.of(forecast(said, city))) : Optional.empty();
    }

    private static void remember(City city, Dialogue dialogue) {
        dialogue.city = city;
        dialogue.place = null;
    }

    private static Object forecast(Utterance said, City city) {
        if (said.mentions("json")) {
            return structure(city);
        }
        boolean tomorrow = said.mentions("tomorrow");
        City.Sky sky = tomorrow ? city.tomorrow() : city.today();
        if (said.mentions("umbrella")) {
            return (sky.sky().equals("rainy") ? "Yes, take one: " : "No need: ") + sentence(city, sky, tomorrow);
        }
        return sentence(city, sky, tomorrow);
    }

    private static String sentence(City city, City.Sky sky, boolean tomorrow) {
        String when = tomorrow ? "Tomorrow it will be " : "It is ";
        return when + sky.sky() + " in " + city.label() + ", " + sky.degrees() + " degrees.";
    }

    private static Map<String, Object> structure(City city) {
        Map<String, Object> forecast = new LinkedHashMap<>();
        forecast.put("city", city.label());
        forecast.put("today", city.today());
        forecast.put("tomorrow", city.tomorrow());
        return forecast;
    }
}
