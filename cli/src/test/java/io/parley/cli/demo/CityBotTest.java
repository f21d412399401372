package io.parley.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CityBotTest {

    private final CityBot bot = new CityBot();

    @Test
    void tells_the_weather_of_a_city_it_knows() {
        assertThat(say("What is the weather in Lisbon?")).isEqualTo("It is sunny in Lisbon, 29 degrees.");
        assertThat(say("What is the weather in Atlantis?")).startsWith("Sorry, I do not know that city.");
    }

    @Test
    void remembers_the_city_of_its_conversation_only() {
        say("one", "What is the weather in Berlin?");
        say("two", "What is the weather in Oslo?");

        assertThat(say("one", "And tomorrow?")).isEqualTo("Tomorrow it will be rainy in Berlin, 19 degrees.");
        assertThat(say("two", "And tomorrow?")).isEqualTo("Tomorrow it will be sunny in Oslo, 17 degrees.");
        assertThat(say("three", "And tomorrow?")).startsWith("Sorry, I did not understand that.");
    }

    @Test
    void answers_with_a_structure_when_asked_for_json() throws JsonProcessingException {
        Object answer = bot.answer("c", "Weather in Oslo as JSON").answer();

        assertThat(new ObjectMapper().writeValueAsString(answer))
                .isEqualTo("{\"city\":\"Oslo\",\"today\":{\"sky\":\"cloudy\",\"degrees\":14},"
                        + "\"tomorrow\":{\"sky\":\"sunny\",\"degrees\":17}}");
    }

    @Test
    void remembers_the_place_and_knows_its_days() {
        assertThat(say("When is the museum open?"))
                .isEqualTo("The museum is open from 10:00 to 18:00, closed on Monday.");
        assertThat(say("And on Monday?")).isEqualTo("No, the museum is closed on Monday.");
        assertThat(say("And on Tuesday?")).isEqualTo("Yes, the museum is open on Tuesday from 10:00 to 18:00.");
    }

    @Test
    void asks_for_what_a_booking_needs() {
        assertThat(say("I want to book a table")).isEqualTo("For how many people?");
        assertThat(say("Three, no, 4")).isEqualTo("At what time?");
        assertThat(say("At 19:30")).isEqualTo("Booked: a table for 4 at 19:30. Your reference is B-1001.");
    }

    @Test
    void keeps_a_new_time_of_a_booking() {
        Booking booking = Objects.requireNonNull(
                bot.answer("c", "Book a table for 2 at 18:00").booking());

        assertThat(say("Move it to 20:00")).isEqualTo("Changed: B-1001 is now a table for 2 at 20:00.");
        assertThat(say("Show my booking")).isEqualTo("B-1001 is a table for 2 at 20:00.");
        assertThat(say("another conversation", "What is booking " + booking.reference() + "?"))
                .isEqualTo("B-1001 is a table for 2 at 20:00.");
    }

    @Test
    void knows_a_cancelled_booking_no_more() {
        say("Book a table for 2 at 18:00");

        assertThat(say("Cancel it")).isEqualTo("Your booking B-1001 is cancelled.");
        assertThat(say("Show my booking")).isEqualTo("I know no booking B-1001.");
    }

    @Test
    void the_first_fault_opens_the_library_on_sundays() {
        assertThat(say("When is the library open?")).endsWith("closed on Sunday.");
        assertThat(say("And on Sunday?")).isEqualTo("Yes, the library is open on Sunday from 09:00 to 20:00.");
    }

    @Test
    void the_second_fault_forgets_a_new_number_of_people() {
        say("Book a table for 4 at 19:00");

        assertThat(say("Make it 6 people")).isEqualTo("Changed: B-1001 is now a table for 6 at 19:00.");
        assertThat(say("Show my booking")).isEqualTo("B-1001 is a table for 4 at 19:00.");
    }

    private String say(String message) {
        return say("c", message);
    }

    private String say(String conversation, String message) {
        return bot.answer(conversation, message).answer().toString();
    }
}
