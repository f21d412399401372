package io.parley.bench.queries;

import io.parley.bench.queries.EventLoader.Sample;
import java.time.Duration;
import java.time.Instant;

/** What is asked of the events, with something of a session that differs each time. */
enum Question {
    SESSION("of a session"),
    SUBJECT("of a subject, the latest 50"),
    SUBJECT_AND_DAY("of a subject, within a day"),
    SUBJECT_AND_RARE_TYPE("of a subject and a type that one in a thousand has"),
    TYPE("of a type, the latest 50 before a moment"),
    RARE_TYPE("of a type that one in a thousand has, the latest 50 before a moment"),
    TYPE_AND_DAY("of a type, within a day"),
    HOUR("of an hour, the latest 200");

    private static final String RARE = "type=assistant.error";
    private static final String USUAL = "type=user.message";

    private final String words;

    Question(String words) {
        this.words = words;
    }

    /** The query that asks it. */
    String about(Sample sample) {
        String subject = "subjectId=" + sample.subject();
        return switch (this) {
            case SESSION -> "sessionId=" + sample.session();
            case SUBJECT -> subject;
            case SUBJECT_AND_DAY -> subject + during(sample, Duration.ofDays(1));
            case SUBJECT_AND_RARE_TYPE -> subject + "&" + RARE;
            case TYPE -> USUAL + "&to=" + sample.at().toInstant();
            case RARE_TYPE -> RARE + "&to=" + sample.at().toInstant();
            case TYPE_AND_DAY -> USUAL + during(sample, Duration.ofDays(1));
            case HOUR -> "limit=200" + during(sample, Duration.ofHours(1));
        };
    }

    private static String during(Sample sample, Duration length) {
        Instant from = sample.at().toInstant();
        return "&from=" + from + "&to=" + from.plus(length);
    }

    @Override
    public String toString() {
        return words;
    }
}
