package io.parley.platform.expressions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression of RE2 syntax. Its cost grows with the length of the text times the size of the pattern and
 * never faster, and that product is bounded too. Safe for many threads.
 */
public final class Regex {

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Compiles a pattern; one that is not RE2 syntax or too large is an {@link InvalidExpression}. */
    public static Regex compile(String pattern, boolean ignoreCase) {
        PatternSize.check(pattern);
        try {
            return new Regex(Pattern.compile(pattern, ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
        } catch (PatternSyntaxException wrong) {
            throw new InvalidExpression("is no regular expression of RE2 syntax: " + wrong.getDescription() + " `"
                    + wrong.getPattern() + "`");
        }
    }

    /** The first part of a text that matches. */
    public Optional<String> find(String text, Effort effort) {
        effort.spend((long) pattern.programSize() * text.length());
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
