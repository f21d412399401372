package io.parley.validation.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeaningCacheTest {

    private static final Meaning MEANING = Meaning.of(new float[] {1, 2, 3}, true);
    private static final int OF_ONE = 160 + 3 * Float.BYTES;

    @Test
    void what_was_added_is_found_by_an_equal_text() {
        MeaningCache cache = new MeaningCache(10 * OF_ONE);

        cache.add(new MeaningOf("hello"), MEANING);

        assertThat(cache.find(new MeaningOf("hel" + "lo"))).contains(MEANING);
        assertThat(cache.find(new MeaningOf("Hello"))).isEmpty();
    }

    @Test
    void what_was_not_asked_for_longest_is_forgotten_first() {
        MeaningCache cache = new MeaningCache(2 * OF_ONE);

        cache.add(new MeaningOf("a"), MEANING);
        cache.add(new MeaningOf("b"), MEANING);
        assertThat(cache.find(new MeaningOf("a"))).isPresent();
        cache.add(new MeaningOf("c"), MEANING);

        assertThat(cache.find(new MeaningOf("a"))).isPresent();
        assertThat(cache.find(new MeaningOf("b"))).isEmpty();
        assertThat(cache.find(new MeaningOf("c"))).isPresent();
    }

    @Test
    void the_same_text_is_counted_once() {
        MeaningCache cache = new MeaningCache(2 * OF_ONE);

        cache.add(new MeaningOf("a"), MEANING);
        cache.add(new MeaningOf("b"), MEANING);
        cache.add(new MeaningOf("b"), MEANING);

        assertThat(cache.find(new MeaningOf("a"))).isPresent();
    }

    @Test
    void nothing_is_kept_where_there_is_no_room() {
        MeaningCache cache = new MeaningCache(0);

        cache.add(new MeaningOf("a"), MEANING);

        assertThat(cache.find(new MeaningOf("a"))).isEmpty();
    }
}
