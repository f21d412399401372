package io.parley.validation.entities;

import io.parley.validation.assertions.MalformedAssertion;
import java.util.List;
import java.util.Locale;

/** What entities can be. */
enum EntityKind {
    DATE,
    TIME,
    NUMBER,
    AMOUNT,
    PLACE,
    PERSON;

    static EntityKind of(String name) {
        for (EntityKind kind : values()) {
            if (kind.word().equals(name)) {
                return kind;
            }
        }
        throw new MalformedAssertion("type must be date, time, number, amount, place or person, was " + name);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those in a text, in its order. */
    List<Entity> find(String text) {
        return switch (this) {
            case DATE -> Dates.find(text);
            case TIME -> Times.find(text);
            case NUMBER -> Numbers.find(text);
            case AMOUNT -> Numbers.findAmounts(text);
            case PLACE -> Names.findPlaces(text);
            case PERSON -> Names.findPersons(text);
        };
    }
}
