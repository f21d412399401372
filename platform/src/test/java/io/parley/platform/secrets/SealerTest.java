package io.parley.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealerTest {

    private final Sealer sealer = new Sealer(key(1));

    @Test
    void what_was_sealed_can_be_opened() {
        assertThat(sealer.open(sealer.seal("hush, ünïcode"))).isEqualTo("hush, ünïcode");
    }

    @Test
    void sealing_twice_gives_two_texts_and_neither_shows_the_secret() {
        String first = sealer.seal("hush");

        assertThat(first).isNotEqualTo(sealer.seal("hush")).doesNotContain("hush");
    }

    @Test
    void another_key_cannot_open_it() {
        String sealed = sealer.seal("hush");

        assertThatThrownBy(() -> new Sealer(key(2)).open(sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another master key");
    }

    @Test
    void a_changed_text_is_refused() {
        String sealed = sealer.seal("hush");
        char last = sealed.charAt(sealed.length() - 3);
        String changed = sealed.substring(0, sealed.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 2);

        assertThatThrownBy(() -> sealer.open(changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new Sealer("c2hvcnQ=")).hasMessageContaining("base64 of 32 bytes");
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
