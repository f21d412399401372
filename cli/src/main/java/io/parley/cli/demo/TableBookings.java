package io.parley.cli.demo;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Books, shows, changes and cancels tables; asks for what it was not told.
 *
 * <p>It has the second of the two deliberate faults: it confirms a new number of people but does not keep it.
 */
final class TableBookings implements Skill {

    private final Map<String, Booking> bookings = new ConcurrentHashMap<>();
    private final AtomicInteger lastNumber = new AtomicInteger(1000);

    @Override
    public Optional<Reply> answer(Utterance said, Dialogue dialogue) {
        if (said.mentions("book a table", "reserve a table")) {
            dialogue.booking = true;
            dialogue.people = null;
            dialogue.time = null;
        }
        if (dialogue.booking) {
            return Optional.of(book(said, dialogue));
        }
        said.reference().ifPresent(reference -> dialogue.reference = reference);
        return Optional.ofNullable(dialogue.reference)
                .filter(reference -> said.mentions("cancel", "change", "make it", "move", "booking", "B-\\d{4}"))
                .map(reference -> about(reference, said));
    }

    private Reply book(Utterance said, Dialogue dialogue) {
        said.people().ifPresent(people -> dialogue.people = people);
        said.time().ifPresent(time -> dialogue.time = time);
        if (dialogue.people == null) {
            return Reply.of("For how many people?");
        }
        if (dialogue.time == null) {
            return Reply.of("At what time?");
        }
        Booking booking = new Booking("B-" + lastNumber.incrementAndGet(), dialogue.people, dialogue.time);
        bookings.put(booking.reference(), booking);
        dialogue.reference = booking.reference();
        dialogue.booking = false;
        return new Reply("Booked: " + booking + ". Your reference is " + booking.reference() + ".", booking);
    }

    private Reply about(String reference, Utterance said) {
        Booking booking = bookings.get(reference);
        if (booking == null) {
            return Reply.of("I know no booking " + reference + ".");
        }
        if (said.mentions("cancel")) {
            bookings.remove(reference);
            return Reply.of("Your booking " + reference + " is cancelled.");
        }
        if (said.time().isPresent()) {
            Booking moved = booking.withTime(said.time().get());
            bookings.put(reference, moved);
            return changed(moved);
        }
        if (said.people().isPresent()) {
            return changed(booking.withPeople(said.people().get())); // deliberate fault: never put into the bookings
        }
        return new Reply(reference + " is " + booking + ".", booking);
    }

    private static Reply changed(Booking booking) {
        return new Reply("Changed: " + booking.reference() + " is now " + booking + ".", booking);
    }
}
