package io.parley.run.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.AssertionResult;
import io.parley.contracts.Exchange;
import io.parley.contracts.Failure;
import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.run.executions.ExecutionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An execution in words: what it is called, why it has its verdict, and what was said. */
final class Findings {

    private final ObjectMapper json;
    private final ExecutionResult result;

    Findings(ObjectMapper json, ExecutionResult result) {
        this.json = json;
        this.result = result;
    }

    /** The case, with its variables and the number of its repeat where there is any. */
    String title() {
        JsonNode vars = read(result.execution().vars(), new TypeReference<>() {});
        String with = vars.isEmpty() ? "" : " " + vars;
        String repeat = result.execution().repeat() == 1
                ? ""
                : " #" + result.execution().repeat();
        return result.execution().caseName() + with + repeat;
    }

    /** A line for each assertion that has the execution's verdict, or what broke the conversation off. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        String failure = result.execution().failure();
        if (failure != null) {
            reasons.add(read(failure, new TypeReference<Failure>() {}).reason());
        }
        decisive()
                .forEach(assertion ->
                        reasons.add(turn(assertion.turn()) + assertion.type() + ": " + assertion.reason()));
        return reasons;
    }

    /** The types of the assertions that have the execution's verdict, such as {@code contains, latency}. */
    String types() {
        return decisive().stream().map(AssertionResult::type).distinct().collect(Collectors.joining(", "));
    }

    /** What was said, a line for each side of each turn. */
    List<String> conversation() {
        String transcript = result.transcript();
        if (transcript == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Exchange exchange :
                read(transcript, new TypeReference<Transcript>() {}).exchanges()) {
            lines.add("user: " + exchange.user());
            lines.add("assistant: " + exchange.answer());
        }
        return lines;
    }

    private List<AssertionResult> decisive() {
        String results = result.results();
        Verdict verdict = result.execution().verdict();
        return results == null || verdict == Verdict.PASS
                ? List.of()
                : read(results, new TypeReference<List<AssertionResult>>() {}).stream()
                        .filter(assertion -> assertion.verdict() == verdict)
                        .toList();
    }

    private static String turn(@Nullable Integer turn) {
        return turn == null ? "" : "turn " + (turn + 1) + ", ";
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was stored as JSON is none", impossible);
        }
    }
}
