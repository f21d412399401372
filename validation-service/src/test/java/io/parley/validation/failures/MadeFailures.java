package io.parley.validation.failures;

import io.parley.contracts.Verdict;
import io.parley.platform.ids.Ids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Failures as runs have them, of six causes; the case's name is the cause. */
final class MadeFailures {

    private static final List<String> CITIES =
            List.of("Berlin", "Oslo", "Madrid", "New York", "Rome", "Vienna", "Lisbon", "Cairo", "Zurich", "Prague");
    private static final List<String> LOST = List.of(
            "Sorry, I did not understand that. Could you rephrase it?",
            "I'm sorry, I didn't get that. Can you say it in other words?",
            "I am afraid I don't understand your question. Please try again.",
            "Hmm, I did not understand you. Could you ask differently?");
    private static final List<String> HANDOVER = List.of(
            "Please hold while I connect you to one of our agents.",
            "One moment, I am transferring you to a human agent.",
            "I will connect you with an agent now, please wait.",
            "Let me transfer you to a colleague of our support team.");

    private final Random random;
    private final List<Failure> all = new ArrayList<>();

    private MadeFailures(long seed) {
        this.random = new Random(seed);
    }

    /** So many failures, in no order. */
    static List<Failure> of(int count, long seed) {
        MadeFailures made = new MadeFailures(seed);
        for (int number = 0; number < count; number++) {
            made.add(number % 6);
        }
        Collections.shuffle(made.all, made.random);
        return made.all;
    }

    private void add(int cause) {
        switch (cause) {
            case 0 -> noticed("not understood", one(LOST));
            case 1 -> noticed("handed over", one(HANDOVER));
            case 2 -> late();
            case 3 ->
                add("timeout", Verdict.ERROR, "conversation", "no answer to turn " + number(9) + " within 10 s", "");
            case 4 ->
                add(
                        "refused",
                        Verdict.ERROR,
                        "conversation",
                        "the target cannot be reached: connection refused by 10.0.0." + number(255) + ":"
                                + number(65_535),
                        "");
            default -> cutOff();
        }
    }

    /** By one of several assertions. */
    private void noticed(String cause, String answer) {
        String city = one(CITIES);
        String quoted = "\"" + answer + "\"";
        switch (number(3)) {
            case 1 -> fail(cause, "contains", "the answer does not contain \"" + city + "\": " + quoted, answer);
            case 2 ->
                fail(
                        cause,
                        "similar",
                        "the answer is similar to \"It is sunny in " + city + "\" by 0." + number(999)
                                + ", at least 0.75 was expected: " + quoted,
                        answer);
            default -> fail(cause, "regex", "the answer does not match \"[0-9]+ degrees\": " + quoted, answer);
        }
    }

    private void late() {
        String answer = "It is " + number(30) + " degrees in " + one(CITIES) + " and the wind is weak.";
        fail("late", "latency", "the answer took " + (800 + number(4_000)) + ".5 ms, more than 800 ms", answer);
    }

    private void cutOff() {
        String answer = "{\"city\": \"" + one(CITIES) + "\", \"degrees\": " + number(30) + ", \"wind\": [" + number(9);
        fail(
                "cut off",
                random.nextBoolean() ? "is-json" : "json-path",
                "the answer is not JSON: \"" + answer + "\"",
                answer);
    }

    private void fail(String cause, String type, String reason, String answer) {
        add(cause, Verdict.FAIL, type, reason, answer);
    }

    private void add(String cause, Verdict verdict, String type, String reason, String answer) {
        all.add(new Failure(Ids.next(), 1, cause, verdict, type, reason, answer));
    }

    private int number(int most) {
        return 1 + random.nextInt(most);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
