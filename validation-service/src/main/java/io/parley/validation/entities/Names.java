package io.parley.validation.entities;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Places and persons, by dictionaries and titles. Places are countries, the cities that name time zones, and some more large
 * ones; persons have a title or a common first name.
 */
final class Names {

    private static final int MOST_WORDS = 4;

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*\\.?");

    private static final Set<String> TITLES =
            Set.of("Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor", "Doctor", "Sir", "Herr", "Frau");

    private static final Set<String> FIRST_NAMES = words("""
            Adam Alexander Alice Amelia Andreas Andrew Anna Anne Anthony Barbara Ben Benjamin Charles Charlotte Chris
            Christian Christopher Claudia Daniel David Elena Elias Elizabeth Emily Emma Eric Eva Felix Finn Florian Frank
            George Hannah Hans Heinrich Helen Henry Ida Isabella Jack Jacob James Jan Jane Jennifer Jessica Johann John
            Jonas Joseph Julia Karen Karl Katharina Klaus Lara Laura Lea Lena Leon Linda Lisa Louis Lucas Luis Lukas
            Margaret Maria Marie Markus Martin Mary Matthew Max Maximilian Mia Michael Mohammed Monika Nina Noah Oliver
            Olivia Patricia Paul Peter Petra Philipp Rachel Richard Robert Sabine Samuel Sandra Sarah Sebastian Simon
            Sofia Sophie Stefan Stephen Susan Susanne Thomas Tim Tobias Ursula William Wolfgang""");

    private static final Set<String> CITIES = words("""
            München Munich Hamburg Köln Cologne Frankfurt Stuttgart Düsseldorf Leipzig Dresden Nürnberg Hannover Bremen
            Wien Zürich Genf Geneva Bern Basel Barcelona Valencia Milan Milano Naples Turin Venice Florence Lyon Marseille
            Rotterdam Antwerp Manchester Liverpool Edinburgh Glasgow Birmingham Gothenburg Krakow Boston Chicago
            Houston Dallas Miami Seattle Atlanta Washington Philadelphia Montreal Ottawa Beijing Guangzhou Shenzhen Mumbai
            Delhi Bangalore Osaka Kyoto Melbourne Canberra Lagos""");

    private static final Set<String> PLACES = Stream.of(
                    zones(),
                    countries(),
                    CITIES.stream(),
                    Stream.of(
                            "New York",
                            "San Francisco",
                            "Los Angeles",
                            "Las Vegas",
                            "San Diego",
                            "Cape Town",
                            "New Delhi",
                            "Tel Aviv",
                            "Rio de Janeiro",
                            "The Hague",
                            "Germany",
                            "England",
                            "Scotland",
                            "Wales"))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    private Names() {}

    static List<Entity> findPlaces(String text) {
        List<Word> words = words(text, WORD);
        List<Entity> found = new ArrayList<>();
        for (int from = 0; from < words.size(); ) {
            int length = longestPlace(text, words, from);
            if (length > 0) {
                found.add(entity(text, words, from, from + length, from));
            }
            from += Math.max(1, length);
        }
        return found;
    }

    static List<Entity> findPersons(String text) {
        List<Word> words = words(text, WORD);
        List<Entity> found = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            boolean titled = TITLES.contains(words.get(from).bare());
            int name = titled ? from + 1 : from;
            int end = nameEnd(text, words, name);
            if (end > name && (titled || FIRST_NAMES.contains(words.get(name).bare()))) {
                found.add(entity(text, words, from, end, name));
                from = end - 1;
            }
        }
        return found;
    }

    private static int longestPlace(String text, List<Word> words, int from) {
        for (int length = Math.min(MOST_WORDS, words.size() - from); length > 0; length--) {
            if (PLACES.contains(entity(text, words, from, from + length, from).value())) {
                return length;
            }
        }
        return 0;
    }

    /** Behind the capitalised words that follow each other with nothing but a space between; three at most. */
    private static int nameEnd(String text, List<Word> words, int from) {
        int end = from;
        while (end < words.size()
                && end - from < 3
                && Character.isUpperCase(words.get(end).text().codePointAt(0))
                && (end == from || follows(text, words, end))) {
            end++;
        }
        return end;
    }

    private static boolean follows(String text, List<Word> words, int word) {
        Word before = words.get(word - 1);
        return text.substring(
                        before.start() + before.bare().length(), words.get(word).start())
                .equals(" ");
    }

    private static Entity entity(String text, List<Word> words, int from, int end, int value) {
        Word last = words.get(end - 1);
        int stop = last.start() + last.bare().length();
        return new Entity(
                text.substring(words.get(from).start(), stop),
                text.substring(words.get(value).start(), stop),
                words.get(from).start());
    }

    private static List<Word> words(String text, Pattern pattern) {
        List<Word> words = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            words.add(new Word(matcher.group(), matcher.start()));
        }
        return words;
    }

    private static Stream<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Asia|Europe)/[A-Z]\\w+"))
                .map(zone -> zone.substring(zone.indexOf('/') + 1).replace('_', ' '));
    }

    private static Stream<String> countries() {
        return Stream.of(Locale.getISOCountries())
                .flatMap(code -> Stream.of(Locale.ENGLISH, Locale.GERMAN)
                        .map(language -> Locale.of("", code).getDisplayCountry(language)));
    }

    private static Set<String> words(String words) {
        return Set.of(words.split("\\s+"));
    }

    /** A word with the point behind it, if there is one. */
    private record Word(String text, int start) {

        String bare() {
            String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
            return bare.endsWith("'s") || bare.endsWith("’s") ? bare.substring(0, bare.length() - 2) : bare;
        }
    }
}
