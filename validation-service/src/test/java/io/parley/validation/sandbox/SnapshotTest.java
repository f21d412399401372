package io.parley.validation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.platform.expressions.Effort;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;

class SnapshotTest {

    private static final int PAGE = 65_536;

    private final List<byte[]> memories = new ArrayList<>();
    private final Snapshot snapshot = Snapshot.take();
    private final Instance engine = snapshot.engine((instance, arguments) -> {
        memories.add(instance.memory().readBytes(0, PAGE));
        return new Wasm(instance).reply("{\"script\": \"globalThis.left = 1\", \"turns\": []}");
    });

    @Test
    void an_engine_that_was_put_back_is_the_same_to_the_last_byte() {
        byte[] before = memory(engine);
        long stackPointer = engine.global(0).getValue();

        new Wasm(engine).run(snapshot.entry());
        byte[] used = memory(engine);
        snapshot.restore(engine);

        assertThat(memories).isNotEmpty();
        assertThat(used).isNotEqualTo(before);
        assertThat(memory(engine)).isEqualTo(before);
        assertThat(engine.global(0).getValue()).isEqualTo(stackPointer);
        assertThat(memory(snapshot.engine((instance, arguments) -> arguments))).isEqualTo(before);
    }

    @Test
    void an_engine_that_took_more_memory_cannot_be_put_back() {
        assertThat(snapshot.fits(engine)).isTrue();

        engine.memory().grow(1);

        assertThat(snapshot.fits(engine)).isFalse();
    }

    @Test
    void memory_ends_at_64_mib() {
        assertThat(engine.memory().grow(Engine.MOST_PAGES)).isEqualTo(-1);
        assertThat(engine.memory().grow(Engine.MOST_PAGES - engine.memory().pages()))
                .isPositive();
    }

    @Test
    void an_engine_goes_on_after_a_script_that_ended_it() {
        Engine scripts = new Engine(snapshot);

        for (int time = 0; time < 3; time++) {
            assertThat(scripts.evaluate(input("'x'.repeat(1 << 22).length === 1 << 22")))
                    .contains("true");
            assertThat(scripts.evaluate(input("typeof left === 'undefined' && (globalThis.left = true)")))
                    .contains("true");
        }
    }

    private static String input(String script) {
        return new Evaluation(script, "hi", "hi", List.of(), Effort.ofOneExecution()).input();
    }

    private static byte[] memory(Instance instance) {
        Memory memory = instance.memory();
        return memory.readBytes(0, memory.pages() * PAGE);
    }
}
