package io.parley.worker.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Limits;
import io.parley.contracts.RunId;
import io.parley.contracts.TargetId;
import io.parley.platform.ids.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatesTest {

    private static final Limits LIMITS = new Limits(100, null);
    private static final long VALID = Duration.ofSeconds(3).toNanos();

    private final TargetId target = new TargetId(Ids.next());
    private final TargetId other = new TargetId(Ids.next());
    private final List<String> started = new ArrayList<>();

    @Test
    void nobody_enters_before_there_is_a_grant() {
        Gates gates = new Gates(10);

        apply(gates, target, "a", 0);
        assertThat(started).isEmpty();

        grant(gates, target, 1, 1, 0);
        assertThat(started).containsExactly("a");
    }

    @Test
    void no_more_enter_than_were_granted_and_each_that_leaves_makes_room_for_the_next() {
        Gates gates = new Gates(10);
        apply(gates, target, "abc", 0);

        grant(gates, target, 2, 2, 0);
        assertThat(started).containsExactly("a", "b");

        start(gates.leave(target, false, 1));
        assertThat(started).containsExactly("a", "b", "c");
    }

    @Test
    void when_the_grant_has_run_out_nobody_enters_any_more() {
        Gates gates = new Gates(10);
        apply(gates, target, "a", 0);
        grant(gates, target, 5, 5, 0);

        apply(gates, target, "b", VALID - 1);
        apply(gates, target, "c", VALID);
        assertThat(started).containsExactly("a", "b");

        grant(gates, target, 5, 5, VALID + 1);
        assertThat(started).containsExactly("a", "b", "c");
    }

    @Test
    void while_a_renewal_is_under_way_no_more_are_in_than_it_reported() {
        Gates gates = new Gates(10);
        apply(gates, target, "a", 0);
        grant(gates, target, 5, 5, 0);

        assertThat(gates.beginRenewals(seconds(1)).get(target)).isEqualTo(new Demand(1, 3, LIMITS));
        apply(gates, target, "b", seconds(1));
        assertThat(started).containsExactly("a");

        start(gates.renewed(target, new Grant(2, 2, 0, 0, seconds(1) + VALID), seconds(1)));
        assertThat(started).containsExactly("a", "b");
    }

    @Test
    void after_a_failed_renewal_no_more_are_in_than_it_reported() {
        Gates gates = new Gates(10);
        apply(gates, target, "a", 0);
        grant(gates, target, 5, 5, 0);

        gates.beginRenewals(seconds(1));
        gates.notRenewed(target, seconds(1));
        apply(gates, target, "b", seconds(1));
        start(gates.leave(target, false, seconds(1)));

        assertThat(started).containsExactly("a", "b");
        assertThat(gates.inUse()).isEqualTo(1);
    }

    @Test
    void the_workers_own_capacity_is_shared_in_turns_between_targets() {
        Gates gates = new Gates(2);
        apply(gates, target, "abcd", 0);
        apply(gates, other, "1234", 0);
        grant(gates, target, 100, 100, 0);
        grant(gates, other, 100, 100, 0);
        assertThat(started).containsExactly("a", "b");

        start(gates.leave(target, false, 1));
        start(gates.leave(target, false, 1));
        start(gates.leave(other, false, 1));

        assertThat(started)
                .hasSize(5)
                .startsWith("a", "b")
                .contains("c", "1", "2")
                .doesNotContain("d");
    }

    @Test
    void a_heartbeat_goes_out_soon_when_slots_are_awaited_and_each_second_otherwise() {
        Gates gates = new Gates(10);
        apply(gates, target, "ab", 0);
        grant(gates, target, 1, 1, 0);

        assertThat(gates.beginRenewals(millis(19))).isEmpty();
        assertThat(gates.beginRenewals(millis(20))).containsOnlyKeys(target);
        start(gates.renewed(target, new Grant(2, 2, 0, 0, VALID), millis(20)));

        assertThat(gates.beginRenewals(millis(1_019))).isEmpty();
        assertThat(gates.beginRenewals(millis(1_020))).containsOnlyKeys(target);
    }

    @Test
    void while_all_that_is_asked_for_is_granted_and_more_is_wanted_since_a_heartbeat_follows_at_once() {
        Gates gates = new Gates(10);
        apply(gates, target, "a", 0);
        gates.beginRenewals(0);
        apply(gates, target, "bcdefgh", 1);
        start(gates.renewed(target, new Grant(3, 3, 0, 0, VALID), 2));

        assertThat(gates.beginRenewals(2).get(target)).isEqualTo(new Demand(3, 10, LIMITS));
        start(gates.renewed(target, new Grant(5, 5, 0, 0, VALID), 3));
        assertThat(gates.beginRenewals(3)).isEmpty();
    }

    @Test
    void slots_that_are_not_needed_any_more_are_given_back_and_the_gate_is_forgotten() {
        Gates gates = new Gates(10);
        apply(gates, target, "a", 0);
        grant(gates, target, 3, 3, 0);
        start(gates.leave(target, false, 1));

        assertThat(gates.beginRenewals(millis(100)).get(target)).isEqualTo(new Demand(0, 0, LIMITS));
        start(gates.renewed(target, new Grant(0, 0, 0, 0, VALID), millis(100)));

        assertThat(gates.isEmpty()).isTrue();
    }

    @Test
    void those_who_waited_too_long_leave_and_others_stay() {
        Gates gates = new Gates(10);
        apply(gates, target, "a", 0);
        apply(gates, target, "b", 10);

        assertThat(gates.giveUp(5, false)).hasSize(1);

        grant(gates, target, 5, 5, 20);
        assertThat(started).containsExactly("b");
    }

    @Test
    void the_limits_of_the_newest_run_hold() {
        Gates gates = new Gates(100);
        RunId older = new RunId(new UUID(1, 0));
        RunId newer = new RunId(new UUID(2, 0));

        gates.apply(applicant(target, older, new Limits(50, null)), 0);
        gates.apply(applicant(target, newer, new Limits(7, null)), 0);
        gates.apply(applicant(target, older, new Limits(50, null)), 0);

        assertThat(gates.beginRenewals(0).get(target)).isEqualTo(new Demand(0, 5, new Limits(7, null)));
    }

    @Test
    void a_gate_is_remembered_until_what_its_answers_took_is_worked_off() {
        Gates gates = new Gates(10);
        apply(gates, target, "a", 0);
        gates.beginRenewals(0);
        start(gates.renewed(target, new Grant(1, 1, Double.POSITIVE_INFINITY, 100, VALID), 0));
        gates.spent(target, 200, 0);
        start(gates.leave(target, false, 1));

        gates.beginRenewals(seconds(1));
        start(gates.renewed(target, Grant.none(0), seconds(1)));
        assertThat(gates.isEmpty()).isFalse();

        gates.beginRenewals(seconds(2));
        start(gates.renewed(target, Grant.none(0), seconds(2)));
        assertThat(gates.isEmpty()).isTrue();
    }

    @Test
    void a_conversation_with_another_target_counts_at_the_gate_but_not_for_the_worker() {
        Gates gates = new Gates(1);
        gates.apply(aside(target), 0);
        grant(gates, target, 1, 1, 0);
        apply(gates, target, "waits", 0);
        apply(gates, other, "a", 0);
        grant(gates, other, 1, 1, 0);

        assertThat(started).containsExactly("a");
        assertThat(gates.inUse()).isOne();
        start(gates.leave(target, true, 1));
        assertThat(gates.inUse()).isOne();
    }

    @Test
    void of_conversations_with_other_targets_those_under_way_go_first_and_a_full_worker_keeps_none_of_them() {
        Gates gates = new Gates(1);
        apply(gates, other, "x", 0);
        grant(gates, other, 1, 1, 0);
        apply(gates, target, "o", 1);
        aside(gates, "begins", false, 2);
        aside(gates, "goes on", true, 3);
        started.clear();

        grant(gates, target, 1, 1, 3);
        start(gates.leave(target, true, 4));
        start(gates.leave(target, true, 5));
        assertThat(started).containsExactly("goes on", "begins");

        start(gates.leave(other, false, 6));
        assertThat(started).containsExactly("goes on", "begins", "o");
    }

    @Test
    void of_those_that_begin_who_came_first_goes_first() {
        Gates gates = new Gates(10);
        apply(gates, target, "o", 1);
        aside(gates, "aside", false, 2);

        grant(gates, target, 1, 1, 3);

        assertThat(started).containsExactly("o");
    }

    @Test
    void where_the_worker_stops_only_conversations_under_way_are_waited_for() {
        Gates gates = new Gates(10);
        apply(gates, target, "o", 0);
        aside(gates, "begins", false, 0);
        aside(gates, "goes on", true, 1);

        assertThat(gates.giveUp(0, true)).hasSize(2);
        grant(gates, target, 5, 5, 2);
        assertThat(started).containsExactly("goes on");
    }

    private void aside(Gates gates, String name, boolean begun, long now) {
        Applicant applicant = new Applicant(
                target, new RunId(new UUID(0, 0)), LIMITS, true, begun, now, () -> started.add(name), () -> {});
        if (gates.apply(applicant, now)) {
            started.add(name);
        }
    }

    private static Applicant aside(TargetId to) {
        return new Applicant(to, new RunId(new UUID(0, 0)), LIMITS, true, false, 0, () -> {}, () -> {});
    }

    private void apply(Gates gates, TargetId to, String names, long now) {
        names.chars().mapToObj(Character::toString).forEach(name -> {
            Applicant applicant = new Applicant(
                    to, new RunId(new UUID(0, 0)), LIMITS, false, false, now, () -> started.add(name), () -> {});
            if (gates.apply(applicant, now)) {
                started.add(name);
            }
        });
    }

    private static Applicant applicant(TargetId to, RunId run, Limits limits) {
        return new Applicant(to, run, limits, false, false, 0, () -> {}, () -> {});
    }

    private void grant(Gates gates, TargetId to, int slots, int held, long now) {
        gates.beginRenewals(now);
        start(gates.renewed(to, new Grant(slots, held, 0, 0, now + VALID), now));
    }

    private static void start(List<Applicant> entering) {
        entering.forEach(applicant -> applicant.onEntry().run());
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
