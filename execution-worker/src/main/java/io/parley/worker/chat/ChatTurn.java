package io.parley.worker.chat;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Exchange;
import io.parley.contracts.Exchange.Paid;
import io.parley.contracts.Reported;
import io.parley.contracts.Reported.ToolCall;
import io.parley.contracts.Reported.Usage;
import io.parley.contracts.TokenPrices;
import io.parley.worker.BrokenOff;
import io.parley.worker.http.HttpLine.Received;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One turn while it is held: how often the model was asked in it, what it took, and which tools it called. */
final class ChatTurn {

    private final ChatTarget target;
    private final String message;
    private final List<ToolCall> calls = new ArrayList<>();
    private boolean callsKnown = true;
    private @Nullable Tokens tokens = Tokens.NONE;
    private @Nullable Tokens paid = Tokens.NONE;
    private Duration latency = Duration.ZERO;
    private Duration firstByte = Duration.ZERO;
    private int tries = 1;
    private int rounds;
    private int recalled;

    ChatTurn(ChatTarget target, String message) {
        this.target = target;
        this.message = message;
    }

    /** The model said something; fails with {@link BrokenOff} when it has gone on for too long without an answer. */
    void heard(Received received, Completion completion) {
        rounds++;
        tries = Math.max(tries, received.tries());
        firstByte = latency.plus(received.response().firstByte());
        latency = latency.plus(received.response().latency());
        tokens = sum(tokens, completion.tokens().orElse(null));
        if (received.cached()) {
            recalled++;
        } else {
            paid = sum(paid, completion.tokens().orElse(null));
        }
        completion.calls().forEach(this::called);
        if (!completion.calls().isEmpty() && rounds >= target.maxRounds()) {
            throw new BrokenOff(
                    "tool-rounds-exceeded",
                    "the model called tools each of the %d times that it was asked in this turn, and gave no answer; the last was %s. Raise the target's maxRounds if it needs more"
                            .formatted(rounds, completion.calls().getLast().name()));
        }
    }

    /** A list with gaps would tell what was not so. */
    private void called(Completion.Call call) {
        if (call.call() == null) {
            callsKnown = false;
        } else {
            calls.add(call.call());
        }
    }

    /** A sum with gaps would be too small. */
    private static @Nullable Tokens sum(@Nullable Tokens sofar, @Nullable Tokens more) {
        return sofar == null || more == null ? null : sofar.plus(more);
    }

    /** The turn as it was held, when these are the last words. */
    Exchange answered(Received received, Completion completion) {
        Exchange exchange = told(received, completion).withRequest(received.request());
        if (recalled == 0) {
            return exchange;
        }
        return recalled == rounds ? exchange.fromCache() : exchange.partlyFromCache(new Paid(usage(paid), cost(paid)));
    }

    private Exchange told(Received received, Completion completion) {
        return new Exchange(
                message,
                completion.words(),
                received.response().status(),
                latency,
                tries,
                firstByte,
                new Reported(
                        null,
                        callsKnown ? List.copyOf(calls) : null,
                        null,
                        null,
                        null,
                        usage(tokens),
                        cost(tokens),
                        completion.finishReason(),
                        rounds),
                null);
    }

    private static @Nullable Usage usage(@Nullable Tokens counted) {
        return counted == null ? null : new Usage(counted.input(), counted.output());
    }

    private @Nullable BigDecimal cost(@Nullable Tokens counted) {
        TokenPrices prices = target.prices();
        return prices == null || counted == null ? null : prices.of(counted.input(), counted.output());
    }
}
