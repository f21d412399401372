package io.parley.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnViewerTest {

    private final List<String> sent = new ArrayList<>();
    private final Queue<UniEmitter<? super Void>> untaken = new ArrayDeque<>();
    private int closed;

    private final TurnViewer viewer = new TurnViewer(this::send, this::close, Runnable::run);

    @Test
    void a_client_that_keeps_up_sees_every_turn_in_order() {
        IntStream.range(0, 200).forEach(turn -> {
            viewer.show("turn " + turn);
            take(1);
        });

        assertThat(sent).hasSize(200).startsWith("turn 0", "turn 1").endsWith("turn 199");
    }

    @Test
    void a_client_that_takes_nothing_keeps_a_few_turns_waiting_and_is_told_how_many_it_missed() {
        IntStream.range(0, 1_000).forEach(turn -> viewer.show("turn " + turn));
        assertThat(sent).containsExactly("turn 0");

        take(100);

        assertThat(sent).hasSize(66).contains("turn 64").endsWith("{\"missed\":935}");
    }

    @Test
    void what_waits_is_shown_before_the_socket_closes_once() {
        viewer.show("one");
        viewer.show("two");
        viewer.end();
        viewer.end();
        assertThat(closed).isZero();

        take(2);

        assertThat(sent).containsExactly("one", "two");
        assertThat(closed).isOne();
        viewer.end();
        assertThat(closed).isOne();
    }

    private void take(int most) {
        for (int taken = 0; taken < most && !untaken.isEmpty(); taken++) {
            untaken.remove().complete(null);
        }
    }

    private Uni<Void> send(String text) {
        return Uni.createFrom().emitter(emitter -> {
            sent.add(text);
            untaken.add(emitter);
        });
    }

    private Uni<Void> close() {
        return Uni.createFrom().voidItem().invoke(() -> closed++);
    }
}
