package io.parley.cli.demo;

/** A table for {@code people} at {@code time}, written {@code HH:mm}. */
record Booking(String reference, int people, String time) {

    Booking withPeople(int newPeople) {
        return new Booking(reference, newPeople, time);
    }

    Booking withTime(String newTime) {
        return new Booking(reference, people, newTime);
    }

    @Override
    public String toString() {
        return "a table for " + people + " at " + time;
    }
}
