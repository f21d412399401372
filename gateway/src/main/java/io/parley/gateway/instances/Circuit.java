package io.parley.gateway.instances;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether an instance is asked. After some failures in a row it is left alone for a pause; then one request at a time
 * tries it, until one is answered.
 */
final class Circuit {

    private final int failures;
    private final Duration pause;
    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(Closed.SOUND);

    Circuit(int failures, Duration pause, Clock clock) {
        if (failures < 1 || !pause.isPositive()) {
            throw new IllegalArgumentException(
                    "parley.gateway.circuit.failures and .pause must be above 0, were " + failures + " and " + pause);
        }
        this.failures = failures;
        this.pause = pause;
        this.clock = clock;
    }

    sealed interface State {

        /** As operators read it. */
        String label();
    }

    /** Requests pass. */
    record Closed(int inARow) implements State {

        private static final Closed SOUND = new Closed(0);

        @Override
        public String label() {
            return "closed";
        }
    }

    /** No request passes before the pause is over. */
    record Open(Instant until) implements State {

        @Override
        public String label() {
            return "open";
        }
    }

    /** A probe is under way. One that is never heard of again, as its client went away, is forgotten after a pause. */
    record HalfOpen(Instant until) implements State {

        @Override
        public String label() {
            return "half-open";
        }
    }

    State state() {
        return state.get();
    }

    /** Whether a request may pass now; when the pause is over, the one that asks first is the probe. */
    boolean admits() {
        State now = state.get();
        return switch (now) {
            case Closed passes -> true;
            case Open open -> probes(now, open.until());
            case HalfOpen probed -> probes(now, probed.until());
        };
    }

    private boolean probes(State now, Instant until) {
        Instant time = clock.instant();
        return !time.isBefore(until) && state.compareAndSet(now, new HalfOpen(time.plus(pause)));
    }

    /** An answer of any sort came: the instance is there, whenever it was asked. */
    void answered() {
        if (!state.get().equals(Closed.SOUND)) {
            state.set(Closed.SOUND);
        }
    }

    /** No answer came. Returns whether the instance is left alone from now on and was not before. */
    boolean failed() {
        State before = state.getAndUpdate(this::afterFailure);
        return before instanceof Closed closed && closed.inARow() + 1 >= failures;
    }

    private State afterFailure(State before) {
        return switch (before) {
            case Closed closed when closed.inARow() + 1 < failures -> new Closed(closed.inARow() + 1);
            case Closed last -> new Open(clock.instant().plus(pause));
            case HalfOpen probed -> new Open(clock.instant().plus(pause));
            case Open open -> open;
        };
    }
}
