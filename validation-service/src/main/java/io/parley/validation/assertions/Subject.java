package io.parley.validation.assertions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parley.contracts.Exchange;
import io.parley.contracts.Transcript;
import io.parley.platform.expressions.Effort;
import io.parley.platform.expressions.TooCostly;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What assertions look at: one answer, or a whole conversation. On a conversation the text is all answers, joined by
 * line breaks, and the JSON is that of the last answer. Not safe for many threads.
 */
public final class Subject {

    /** Deeper answers are beyond what JSONPath and JSON Schema follow on a thread's stack. */
    private static final int DEEPEST_JSON = 200;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_JSON)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Exchange> exchanges;
    private final List<Exchange> soFar;
    private final Duration total;
    private final Reports reports;
    private final boolean whole;
    private final Effort effort;
    private final @Nullable Origin origin;
    private final String text;
    private @Nullable String folded;
    private @Nullable JsonNode json;

    private Subject(
            List<Exchange> exchanges,
            List<Exchange> soFar,
            Duration total,
            Reports reports,
            boolean whole,
            Effort effort,
            @Nullable Origin origin) {
        this.exchanges = exchanges;
        this.soFar = soFar;
        this.total = total;
        this.reports = reports;
        this.whole = whole;
        this.effort = effort;
        this.origin = origin;
        this.text = exchanges.stream().map(Exchange::answer).collect(Collectors.joining("\n"));
    }

    /** The answer of one turn, from 0. */
    public static Subject ofTurn(Transcript transcript, int turn, Effort effort) {
        List<Exchange> soFar = transcript.exchanges().subList(0, turn + 1);
        return of(transcript, List.of(soFar.getLast()), soFar, false, effort);
    }

    public static Subject ofConversation(Transcript transcript, Effort effort) {
        return of(transcript, transcript.exchanges(), transcript.exchanges(), true, effort);
    }

    private static Subject of(
            Transcript transcript, List<Exchange> exchanges, List<Exchange> soFar, boolean whole, Effort effort) {
        Reports reports = new Reports(exchanges, transcript.reports());
        return new Subject(exchanges, soFar, transcript.duration(), reports, whole, effort, null);
    }

    /** The same, of a known execution. */
    public Subject of(Origin execution) {
        return new Subject(exchanges, soFar, total, reports, whole, effort, execution);
    }

    /** What to call the text in a sentence. */
    public String name() {
        return whole ? "the conversation" : "the answer";
    }

    /** What to call the JSON in a sentence. */
    public String jsonName() {
        return whole ? "the last answer" : "the answer";
    }

    public String text(boolean ignoreCase) {
        if (!ignoreCase) {
            return text;
        }
        if (folded == null) {
            folded = TextForms.fold(text);
        }
        return folded;
    }

    /** The text that {@link #json} is read from. */
    public String jsonText() {
        return exchanges.isEmpty() ? "" : exchanges.getLast().answer();
    }

    /** The answer as JSON, if the whole of it is one JSON value. */
    public Optional<JsonNode> json() {
        if (json == null) {
            json = read(jsonText());
        }
        return Optional.of(json).filter(node -> !node.isMissingNode());
    }

    public boolean isConversation() {
        return whole;
    }

    /** What was said, turn by turn; one turn if the subject is one answer. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /** The conversation up to the answer, or the whole of it. */
    public List<Exchange> soFar() {
        return soFar;
    }

    /** The duration of the whole conversation. */
    public Duration total() {
        return total;
    }

    /** What the target told beside its words. */
    public Reports reports() {
        return reports;
    }

    /** Whose it is; that of no known execution is an {@link IllegalStateException}. */
    public Origin origin() {
        if (origin == null) {
            throw new IllegalStateException("of no known execution");
        }
        return origin;
    }

    public Effort effort() {
        return effort;
    }

    /** The latency of the slowest answer. */
    public Duration slowest() {
        return exchanges.stream()
                .map(Exchange::latency)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /**
     * The time to the first byte of the answer that took longest to begin.
     *
     * @throws Unanswered if it was not measured
     */
    public Duration slowestFirstByte() {
        return exchanges.stream()
                .map(exchange -> Optional.ofNullable(exchange.firstByte())
                        .orElseThrow(() -> new Unanswered("the time to the first byte was not measured")))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** The missing node stands for a text that is not JSON; an empty text reads as it too. */
    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException tooDeep) {
            throw new TooCostly();
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
