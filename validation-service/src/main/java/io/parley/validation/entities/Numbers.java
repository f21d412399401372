package io.parley.validation.entities;

import com.google.re2j.Matcher;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Numbers in digits, and in English words up to twelve; amounts of money with their currency. */
final class Numbers {

    private static final String NUMBER = "[-−]?\\d{1,40}(?:[.,]\\d{1,40}){0,12}";
    private static final String CURRENCY =
            "(€|\\$|£|¥|eur\\b|usd\\b|gbp\\b|jpy\\b|chf\\b|euros?\\b|dollars?\\b|pounds?\\b|yen\\b|francs?\\b|franken\\b)";

    private static final List<String> WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final Map<String, String> CURRENCIES = Map.of(
            "€", "EUR", "$", "USD", "£", "GBP", "¥", "JPY", "euro", "EUR", "dollar", "USD", "pound", "GBP", "yen",
            "JPY", "franc", "CHF", "franken", "CHF");

    private static final List<Form> FORMS = List.of(
            Form.of(NUMBER, match -> Optional.of(value(match.group()))),
            Form.of("\\b(?:" + String.join("|", WORDS) + ")\\b", match -> Optional.of(word(match.group()))));

    private static final List<Form> AMOUNTS = List.of(
            Form.of(CURRENCY + "\\s?(" + NUMBER + ")", match -> amount(match, 2, 1)),
            Form.of("(" + NUMBER + ")\\s?" + CURRENCY, match -> amount(match, 1, 2)));

    private Numbers() {}

    static List<Entity> find(String text) {
        return Form.find(FORMS, text);
    }

    static List<Entity> findAmounts(String text) {
        return Form.find(AMOUNTS, text);
    }

    /** A number without needless digits. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Optional<String> amount(Matcher match, int number, int currency) {
        String written = match.group(currency).toLowerCase(Locale.ROOT);
        String singular = written.endsWith("s") ? written.substring(0, written.length() - 1) : written;
        String code = CURRENCIES.getOrDefault(singular, written.toUpperCase(Locale.ROOT));
        return Optional.of(value(match.group(number)) + " " + code);
    }

    private static String word(String word) {
        return Integer.toString(WORDS.indexOf(word.toLowerCase(Locale.ROOT)));
    }

    private static String value(String written) {
        return plain(new BigDecimal(withPoint(written.replace('−', '-'))));
    }

    /**
     * With a point before the fraction only. Where points and commas stand both, the last is before the fraction; where one
     * of them stands several times, or a comma before three digits, it parts thousands.
     */
    private static String withPoint(String written) {
        int point = written.lastIndexOf('.');
        int comma = written.lastIndexOf(',');
        int last = Math.max(point, comma);
        boolean both = point >= 0 && comma >= 0;
        boolean several = last >= 0 && written.indexOf(written.charAt(last)) != last;
        boolean thousands = comma == last && written.length() - last == 4;
        if (last < 0 || (!both && (several || thousands))) {
            return written.replaceAll("[.,]", "");
        }
        return written.substring(0, last).replaceAll("[.,]", "") + "." + written.substring(last + 1);
    }
}
