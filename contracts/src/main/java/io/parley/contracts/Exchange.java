package io.parley.contracts;

import io.parley.contracts.Reported.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One turn as it was held.
 *
 * @param user what was said to the target
 * @param answer the target's answer; JSON text when the answer is not a plain string
 * @param status the HTTP status of the response; 200 where there is no HTTP
 * @param latency from sending the last try to the last byte of its response
 * @param tries how often the request was sent
 * @param firstByte from sending the last try to the first byte of its response's body; null if it was not measured
 * @param reported what the target told beside its words; null if its settings name nothing to look for
 * @param body of the response, when the turn captures values from it, so that they can be captured again; else null
 * @param request as it was sent, when the case wants it kept; else null
 * @param cached whether the target was not asked, because it had answered the same before: the times are those of then. Null for no
 * @param paid what the target took now, where earlier answers stood for a part of the turn; null where it is all that it reported
 */
public record Exchange(
        String user,
        String answer,
        int status,
        Duration latency,
        int tries,
        @Nullable Duration firstByte,
        @Nullable Reported reported,
        @Nullable String body,
        @Nullable String request,
        @Nullable Boolean cached,
        @Nullable Paid paid) {

    /** A turn whose request was not kept. */
    public Exchange(
            String user,
            String answer,
            int status,
            Duration latency,
            int tries,
            @Nullable Duration firstByte,
            @Nullable Reported reported,
            @Nullable String body) {
        this(user, answer, status, latency, tries, firstByte, reported, body, null, null, null);
    }

    /** A turn of which nothing but the words and the time is known. */
    public Exchange(String user, String answer, int status, Duration latency, int tries) {
        this(user, answer, status, latency, tries, null, null, null);
    }

    /** The same turn in these words. */
    public Exchange withWords(String said, String answered, @Nullable String asked) {
        return new Exchange(said, answered, status, latency, tries, firstByte, reported, body, asked, cached, paid);
    }

    /** The same turn with the request that was sent. */
    public Exchange withRequest(@Nullable String asked) {
        return withWords(user, answer, asked);
    }

    /** The same turn with the response that values are captured from. */
    public Exchange withBody(@Nullable String response) {
        return new Exchange(user, answer, status, latency, tries, firstByte, reported, response, request, cached, paid);
    }

    /** The same turn, for which the target was not asked. */
    public Exchange fromCache() {
        return new Exchange(user, answer, status, latency, tries, firstByte, reported, body, request, true, null);
    }

    /** The same turn, for part of which the target was not asked. */
    public Exchange partlyFromCache(Paid now) {
        return new Exchange(user, answer, status, latency, tries, firstByte, reported, body, request, cached, now);
    }

    /** Whether the target was not asked. */
    public boolean wasCached() {
        return Boolean.TRUE.equals(cached);
    }

    /** What the target took for the turn, as far as it told: nothing for what earlier answers stood for. */
    public Paid spent() {
        if (wasCached() || reported == null) {
            return new Paid(null, null);
        }
        return paid == null ? new Paid(reported.usage(), reported.cost()) : paid;
    }

    /**
     * What was taken for an answer; null is what is not known of.
     *
     * @param cost as in {@link Reported}
     */
    public record Paid(@Nullable Usage usage, @Nullable BigDecimal cost) {}
}
