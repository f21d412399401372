package io.parley.validation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoTest {

    private final List<Integer> compiled = new ArrayList<>();
    private final Memo<Integer, String> memo = new Memo<>(source -> {
        compiled.add(source);
        return "compiled " + source;
    });

    @Test
    void what_was_compiled_is_not_compiled_again() {
        assertThat(memo.get(1)).isEqualTo("compiled 1");
        assertThat(memo.get(1)).isEqualTo("compiled 1");

        assertThat(compiled).containsExactly(1);
    }

    @Test
    void only_the_most_recent_are_remembered() {
        IntStream.range(0, 256).forEach(memo::get);
        String first = memo.get(0);
        String another = memo.get(1_000);
        compiled.clear();

        assertThat(List.of(memo.get(0), memo.get(1_000))).containsExactly(first, another);
        assertThat(compiled).isEmpty();

        assertThat(memo.get(1)).isEqualTo("compiled 1");
        assertThat(compiled).containsExactly(1);
    }
}
