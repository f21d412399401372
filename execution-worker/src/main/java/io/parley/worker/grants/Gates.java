package io.parley.worker.grants;

import io.parley.contracts.TargetId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One worker's gates to its targets, and how many conversations it has under way over all of them. Thread-safe; its
 * locks are held for a few instructions and never around I/O. When the worker itself is full, its targets take turns.
 */
final class Gates {

    private final int capacity;
    private final SequencedMap<TargetId, Gate> gates = new LinkedHashMap<>();
    private int inUse;

    /** @param capacity most conversations under way over all targets */
    Gates(int capacity) {
        this.capacity = capacity;
    }

    /** Lets the applicant in, or puts it in line. */
    synchronized boolean apply(Applicant applicant, long now) {
        Gate gate = gates.computeIfAbsent(applicant.target(), unknown -> new Gate(capacity, applicant.limits(), now));
        gate.learn(applicant.run(), applicant.limits());
        gate.await(applicant);
        boolean entered = gate.hasRoom(now) && applicant.equals(gate.first(isFull()));
        if (entered) {
            enter(gate, applicant);
        }
        return entered;
    }

    /** A conversation is over; the result are those that start in its place. */
    synchronized List<Applicant> leave(TargetId target, boolean aside, long now) {
        gate(target).leave();
        if (!aside) {
            inUse--;
        }
        return admit(now);
    }

    /** Whether the target's grant is to be renewed now. */
    synchronized boolean isDue(TargetId target, long now) {
        Gate gate = gates.get(target);
        return gate != null && gate.isDue(now);
    }

    /** The grants that are to be renewed now. */
    synchronized Map<TargetId, Demand> beginRenewals(long now) {
        Map<TargetId, Demand> due = new LinkedHashMap<>();
        gates.forEach((target, gate) -> {
            if (gate.isDue(now)) {
                due.put(target, gate.beginRenewal());
            }
        });
        return due;
    }

    /** The ledger answered; the result are those that may start. */
    synchronized List<Applicant> renewed(TargetId target, Grant grant, long now) {
        gate(target).renewed(grant, now);
        if (gate(target).isIdle(now)) {
            gates.remove(target);
        }
        return admit(now);
    }

    synchronized void notRenewed(TargetId target, long now) {
        gate(target).notRenewed(now);
    }

    /**
     * Those who have waited since this time or longer leave.
     *
     * @param stopping whether all leave that have not begun
     */
    synchronized List<Applicant> giveUp(long since, boolean stopping) {
        return gates.values().stream()
                .flatMap(gate -> gate.giveUp(since, stopping).stream())
                .toList();
    }

    /** Whether a request to the target may go right now; otherwise {@link #paced} releases it in its turn. */
    synchronized boolean tryGo(TargetId target, long now, Runnable request) {
        return gate(target).tryGo(now, request);
    }

    synchronized List<Runnable> paced(long now) {
        return gates.values().stream().flatMap(gate -> gate.paced(now).stream()).toList();
    }

    /** The target asked to be left alone until then. */
    synchronized void holdUntil(TargetId target, long time) {
        gate(target).holdUntil(time);
    }

    /** The target answered a request. */
    synchronized void answered(TargetId target, Duration latency) {
        gate(target).answered(latency);
    }

    /** The target had too much of a request. */
    synchronized void troubled(TargetId target) {
        gate(target).troubled();
    }

    /** An answer took so many tokens of the target's model. */
    synchronized void spent(TargetId target, long tokens, long now) {
        gate(target).spent(tokens, now);
    }

    synchronized int inUse() {
        return inUse;
    }

    synchronized int waiting() {
        return gates.values().stream().mapToInt(Gate::waiting).sum();
    }

    synchronized boolean isEmpty() {
        return gates.isEmpty();
    }

    private List<Applicant> admit(long now) {
        List<Applicant> entering = new ArrayList<>();
        Applicant next = nextOf(now);
        while (next != null) {
            entering.add(next);
            next = nextOf(now);
        }
        return entering;
    }

    private @Nullable Applicant nextOf(long now) {
        for (Map.Entry<TargetId, Gate> entry : gates.entrySet()) {
            Gate gate = entry.getValue();
            Applicant applicant = gate.hasRoom(now) ? gate.first(isFull()) : null;
            if (applicant != null) {
                enter(gate, applicant);
                gates.putLast(entry.getKey(), gate);
                return applicant;
            }
        }
        return null;
    }

    private boolean isFull() {
        return inUse >= capacity;
    }

    /** @param applicant the first in line */
    private void enter(Gate gate, Applicant applicant) {
        gate.enter(applicant);
        if (!applicant.aside()) {
            inUse++;
        }
    }

    /** A gate stays as long as anyone is in it, waits at it, or its renewal is under way. */
    private Gate gate(TargetId target) {
        Gate gate = gates.get(target);
        if (gate == null) {
            throw new IllegalStateException("no gate to target " + target);
        }
        return gate;
    }
}
