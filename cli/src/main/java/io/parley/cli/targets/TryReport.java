package io.parley.cli.targets;

import io.parley.cli.api.TriedExecution;
import io.parley.cli.terminal.Style;
import io.parley.contracts.Exchange;
import io.parley.contracts.Reported;
import io.parley.contracts.Reported.ToolCall;
import io.parley.contracts.Reported.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A try, as people read it. */
record TryReport(Style style) {

    List<String> lines(TriedExecution tried) {
        List<String> lines = new ArrayList<>();
        TriedExecution.Conversation transcript = tried.transcript();
        if (transcript == null) {
            lines.add(style.red(style.cross()) + " No worker held the conversation.");
        } else if (!tried.answered()) {
            String reason = transcript.failure() == null
                    ? "no answer"
                    : transcript.failure().code() + ": " + transcript.failure().reason();
            lines.add(style.red(style.cross()) + " " + reason);
        } else {
            exchange(lines, transcript.exchanges().getFirst());
        }
        return lines;
    }

    private void exchange(List<String> lines, Exchange exchange) {
        if (exchange.request() != null) {
            lines.add(style.bold("Request"));
            exchange.request().lines().map(line -> "  " + line).forEach(lines::add);
        }
        lines.add(style.bold("Answer"));
        exchange.answer().lines().map(line -> "  " + line).forEach(lines::add);
        lines.add(style.dim(timings(exchange)));
        if (exchange.reported() != null) {
            reported(lines, exchange.reported());
        }
    }

    private String timings(Exchange exchange) {
        List<String> parts = new ArrayList<>();
        parts.add("status " + exchange.status());
        if (exchange.firstByte() != null) {
            parts.add("first byte " + millis(exchange.firstByte()));
        }
        parts.add("all " + millis(exchange.latency()));
        if (exchange.tries() > 1) {
            parts.add(exchange.tries() + " tries");
        }
        return String.join(style.separator(), parts);
    }

    private void reported(List<String> lines, Reported reported) {
        List<String> parts = new ArrayList<>();
        add(parts, "", tokens(reported.usage()));
        add(parts, "cost ", reported.cost());
        add(parts, "finished by ", reported.finishReason());
        if (reported.toolCalls() != null) {
            reported.toolCalls().stream().map(TryReport::call).forEach(parts::add);
        }
        if (!parts.isEmpty()) {
            lines.add(style.dim(String.join(style.separator(), parts)));
        }
    }

    private static void add(List<String> parts, String label, @Nullable Object value) {
        if (value != null) {
            parts.add(label + value);
        }
    }

    private static @Nullable String tokens(@Nullable Usage usage) {
        return usage == null ? null : usage.inputTokens() + " tokens in, " + usage.outputTokens() + " out";
    }

    private static String call(ToolCall call) {
        return "called " + call.name() + call.arguments();
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
