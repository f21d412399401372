package io.parley.worker.grants;

import io.parley.contracts.Limits;
import io.parley.contracts.RunId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One worker's door to one target: who is in, who waits, and when the grant is to be renewed. Not thread-safe;
 * {@link Gates} guards it. Times are the worker's nanoseconds.
 */
final class Gate {

    private static final long SHORTEST_PAUSE = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_PAUSE_IN_NEED = Duration.ofMillis(250).toNanos();
    private static final long PAUSE_WITH_SURPLUS = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();

    /** Slots asked for beyond those needed now, so that a burst can begin at once: 2 and an eighth. */
    private static final int SPARE = 2;

    private static final int SPARE_PART = 8;

    /** Most conversations under way in this worker. */
    private final int capacity;

    private final Pacer pacer = new Pacer();
    /** Conversations with other targets that are under way. */
    private final Queue<Applicant> begun = new ArrayDeque<>();

    /** Conversations with other targets that begin. */
    private final Queue<Applicant> aside = new ArrayDeque<>();

    private final Queue<Applicant> own = new ArrayDeque<>();
    private @Nullable RunId newestRun;
    private Feedback feedback = Feedback.NONE;
    private Limits limits;
    private Grant grant;
    private int inUse;

    /** Most that may be in use right now: less than granted while an answer of the ledger is awaited. */
    private int ceiling;

    /** Slots that the last renewal asked for. */
    private int asked;

    private boolean renewing;
    private @Nullable Long renewedAt;
    private long pauseInNeed = SHORTEST_PAUSE;

    Gate(int capacity, Limits limits, long now) {
        this.capacity = capacity;
        this.limits = limits;
        this.grant = Grant.none(now);
    }

    int inUse() {
        return inUse;
    }

    int waiting() {
        return begun.size() + aside.size() + own.size();
    }

    /** Runs carry copies of their target's limits; those of the newest run hold. */
    void learn(RunId run, Limits copy) {
        if (newestRun == null || newestRun.value().compareTo(run.value()) < 0) {
            newestRun = run;
            limits = copy;
        }
    }

    boolean hasRoom(long now) {
        return inUse < ceiling && now < grant.validUntil();
    }

    void enter(Applicant applicant) {
        line(applicant).remove(applicant);
        inUse++;
    }

    void leave() {
        inUse--;
    }

    void await(Applicant applicant) {
        if (waiting() == 0) {
            pauseInNeed = SHORTEST_PAUSE;
        }
        line(applicant).add(applicant);
    }

    private Queue<Applicant> line(Applicant applicant) {
        if (applicant.begun()) {
            return begun;
        }
        return applicant.aside() ? aside : own;
    }

    /**
     * Who is let in next: those under way before others, since these would only come to wait too; of the others who came first.
     *
     * @param full whether the worker has no room for another conversation of its own
     */
    @Nullable Applicant first(boolean full) {
        if (!begun.isEmpty()) {
            return begun.peek();
        }
        Applicant beside = aside.peek();
        Applicant next = full ? null : own.peek();
        return next == null || (beside != null && beside.appliedAt() <= next.appliedAt()) ? beside : next;
    }

    /** Those who have waited since this time or longer leave; where the worker stops, all who have not begun. */
    List<Applicant> giveUp(long since, boolean stopping) {
        List<Applicant> leaving = new ArrayList<>();
        leave(begun, since, leaving);
        leave(aside, stopping ? Long.MAX_VALUE : since, leaving);
        leave(own, stopping ? Long.MAX_VALUE : since, leaving);
        return leaving;
    }

    private static void leave(Queue<Applicant> line, long since, List<Applicant> leaving) {
        while (!line.isEmpty() && line.element().appliedAt() <= since) {
            leaving.add(line.remove());
        }
    }

    /** Whether a request may go right now; otherwise it is released by {@link #paced} in its turn. */
    boolean tryGo(long now, Runnable request) {
        boolean go = mayPace(now) && pacer.tryGo(now);
        if (!go) {
            pacer.await(request);
        }
        return go;
    }

    List<Runnable> paced(long now) {
        return mayPace(now) ? pacer.due(now) : List.of();
    }

    /** The target asked to be left alone until then. */
    void holdUntil(long time) {
        pacer.holdUntil(time);
    }

    /** The target answered a request. */
    void answered(Duration latency) {
        feedback = feedback.afterAnswer(latency);
    }

    /** The target had too much of a request. */
    void troubled() {
        feedback = feedback.afterTrouble();
    }

    /** An answer took so many tokens of the target's model. */
    void spent(long tokens, long now) {
        pacer.spent(tokens, now);
    }

    private boolean mayPace(long now) {
        return !limits.arePaced() || now < grant.validUntil();
    }

    /** Whether a heartbeat should go out: soon when something is wanted or to be given back, else each second. */
    boolean isDue(long now) {
        return !renewing && (renewedAt == null || now - renewedAt >= pause());
    }

    private long pause() {
        if (waiting() > 0) {
            return pauseInNeed;
        }
        if (grant.held() > grant.slots() && inUse < grant.held()) {
            return SHORTEST_PAUSE;
        }
        return inUse < grant.held() / 2.0 ? PAUSE_WITH_SURPLUS : LONGEST_PAUSE;
    }

    /** What to ask for; until the answer is there, no more slots are used than are reported as in use. */
    Demand beginRenewal() {
        renewing = true;
        ceiling = Math.min(ceiling, inUse);
        asked = wanted();
        Demand demand = new Demand(inUse, asked, limits, feedback);
        feedback = Feedback.NONE;
        return demand;
    }

    private int wanted() {
        int needed = inUse + waiting();
        int withSpare = needed == 0 ? 0 : needed + SPARE + needed / SPARE_PART;
        return Math.min(withSpare, Math.min(capacity, limits.maxConcurrency()));
    }

    void renewed(Grant renewed, long now) {
        pauseInNeed = pauseInNeedAfter(renewed);
        grant = renewed;
        ceiling = renewed.slots();
        pacer.limitTo(renewed.requestsPerSecond(), renewed.tokensPerSecond());
        finishRenewal(now);
    }

    /** None where all was granted and more has been wanted since: a run begins with its first request, the others follow. */
    private long pauseInNeedAfter(Grant renewed) {
        if (renewed.slots() >= asked && asked < wanted()) {
            return 0;
        }
        boolean more = renewed.slots() > grant.slots();
        return more ? SHORTEST_PAUSE : Math.clamp(2 * pauseInNeed, SHORTEST_PAUSE, LONGEST_PAUSE_IN_NEED);
    }

    /** What the ledger thinks is unknown: what was reported as in use is safe. */
    void notRenewed(long now) {
        pauseInNeed = LONGEST_PAUSE_IN_NEED;
        finishRenewal(now);
    }

    private void finishRenewal(long now) {
        renewing = false;
        renewedAt = now;
    }

    /** Whether nothing is left to do or to remember here, nor anything to give back. */
    boolean isIdle(long now) {
        return pacer.isClear(now) && inUse == 0 && waiting() == 0 && grant.held() == 0 && !renewing;
    }
}
