package io.parley.validation.entities;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One way in which entities are written. Patterns are RE2: linear in the text.
 *
 * @param value of what matched, unless it is none after all
 */
record Form(Pattern pattern, Function<Matcher, Optional<String>> value) {

    /** Upper and lower case are the same. */
    static Form of(String pattern, Function<Matcher, Optional<String>> value) {
        return new Form(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), value);
    }

    /** What is written in one of these ways, in the order of the text; where two overlap, the earlier form counts. */
    static List<Entity> find(List<Form> forms, String text) {
        List<Entity> found = new ArrayList<>();
        boolean[] taken = new boolean[text.length()];
        for (Form form : forms) {
            for (Matcher matcher = form.pattern.matcher(text); matcher.find(); ) {
                form.value
                        .apply(matcher)
                        .map(value -> new Entity(matcher.group(), value, matcher.start()))
                        .filter(entity -> take(taken, entity))
                        .ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingInt(Entity::start));
        return found;
    }

    private static boolean take(boolean[] taken, Entity entity) {
        for (int at = entity.start(); at < entity.end(); at++) {
            if (taken[at]) {
                return false;
            }
        }
        Arrays.fill(taken, entity.start(), entity.end(), true);
        return true;
    }
}
