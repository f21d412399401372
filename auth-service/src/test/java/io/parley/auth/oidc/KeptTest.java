package io.parley.auth.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource time = now::get;
    private final Kept<Integer> kept = new Kept<>(time.withZone(ZoneOffset.UTC));

    @Test
    void where_there_is_no_more_room_the_oldest_goes_and_nothing_else() {
        for (int at = 0; at <= Kept.MOST; at++) {
            kept.put(url(at), at);
        }

        assertThat(kept.size()).isEqualTo(Kept.MOST);
        assertThat(kept.get(url(0))).isEmpty();
        assertThat(kept.get(url(1))).contains(1);
        assertThat(kept.get(url(Kept.MOST))).contains(Kept.MOST);
    }

    @Test
    void what_is_put_anew_is_the_youngest_and_takes_no_other_room() {
        for (int at = 0; at < Kept.MOST; at++) {
            kept.put(url(at), at);
        }

        kept.put(url(0), -1);
        kept.put(url(Kept.MOST), Kept.MOST);

        assertThat(kept.get(url(0))).contains(-1);
        assertThat(kept.get(url(1))).isEmpty();
    }

    @Test
    void after_ten_minutes_nothing_is_left_of_it() {
        kept.put(url(1), 1);
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(10)));

        assertThat(kept.get(url(1))).isEmpty();
        kept.put(url(2), 2);
        assertThat(kept.size()).isEqualTo(1);
    }

    private static ProviderUrl url(int at) {
        return ProviderUrl.parse("https://id.example.com/" + at, "the address");
    }
}
