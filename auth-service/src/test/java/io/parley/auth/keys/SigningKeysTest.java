package io.parley.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.parley.auth.testing.AtOnce;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.FreshDatabase;
import io.parley.platform.ids.Ids;
import io.parley.platform.secrets.Sealer;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class SigningKeysTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final UUID SOMEBODY = Ids.next();
    private static final Sealer SEALER = sealer(1);

    @Test
    void replicas_that_start_together_agree_on_one_key() {
        try (FreshDatabase database = new FreshDatabase()) {
            Callable<SigningKey> start = () -> current(keys(database, SEALER));

            List<SigningKey> keys =
                    AtOnce.call(Stream.generate(() -> start).limit(8).toList());

            assertThat(keys).map(SigningKey::id).containsOnly(keys.getFirst().id());
            assertThat(published(keys(database, SEALER)))
                    .as("the one that signs and the one that is next")
                    .hasSize(2)
                    .contains(keys.getFirst().id());
        }
    }

    @Test
    void a_key_comes_back_as_it_was_stored() {
        try (FreshDatabase database = new FreshDatabase()) {
            SigningKey made = current(keys(database, SEALER));
            SigningKey found = current(keys(database, SEALER));

            assertThat(found.privateKey()).isEqualTo(made.privateKey());
            assertThat(found.publicKey().getW()).isEqualTo(made.publicKey().getW());
        }
    }

    @Test
    void a_key_sealed_under_another_master_key_is_not_replaced() {
        try (FreshDatabase database = new FreshDatabase()) {
            SigningKey made = current(keys(database, SEALER));

            assertThatIllegalStateException()
                    .isThrownBy(() -> current(keys(database, sealer(2))))
                    .withMessageContaining("another master key");
            assertThat(current(keys(database, SEALER)).id()).isEqualTo(made.id());
        }
    }

    @Test
    void a_key_is_published_before_it_signs_and_after_it_has() {
        try (FreshDatabase database = new FreshDatabase()) {
            SigningKeys keys = keys(database, SEALER);
            String first = current(keys).id();
            List<String> before = published(keys);

            keys.rotate(SOMEBODY).await().atMost(SOON);

            String second = current(keys).id();
            assertThat(before).containsExactlyInAnyOrder(first, second);
            assertThat(published(keys)).hasSize(3).contains(first, second);
        }
    }

    @Test
    void rotations_at_once_leave_one_key_that_signs_and_one_that_is_next() {
        try (FreshDatabase database = new FreshDatabase()) {
            SigningKeys first = keys(database, SEALER);
            String before = current(first).id();
            Callable<Boolean> rotation = () -> {
                keys(database, SEALER).rotate(SOMEBODY).await().atMost(SOON);
                return true;
            };

            AtOnce.call(Stream.generate(() -> rotation).limit(4).toList());

            assertThat(published(first)).hasSize(6).contains(before);
            assertThat(database.count("select count(*) from signing_keys where state = 'current'"))
                    .isEqualTo(1);
            assertThat(database.count("select count(*) from signing_keys where state = 'next'"))
                    .isEqualTo(1);
        }
    }

    /** The test's own thread waits, at most so long. */
    private static SigningKey current(SigningKeys keys) {
        return keys.current().await().atMost(SOON);
    }

    private static List<String> published(SigningKeys keys) {
        return keys.published().await().atMost(SOON).stream().map(Jwk::kid).toList();
    }

    private static SigningKeys keys(FreshDatabase database, Sealer sealer) {
        return new SigningKeys(new SigningKeyRepository(database.connect()), sealer, Clock.systemUTC());
    }

    private static Sealer sealer(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return new Sealer(Base64.getEncoder().encodeToString(key));
    }
}
