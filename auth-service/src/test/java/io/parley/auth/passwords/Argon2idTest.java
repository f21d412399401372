package io.parley.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class Argon2idTest {

    @Test
    void a_hash_matches_its_password_and_no_other() {
        Argon2id hash = Argon2id.of("correct horse battery");

        assertThat(hash.matches("correct horse battery")).isTrue();
        assertThat(hash.matches("correct horse batterx")).isFalse();
    }

    @Test
    void a_hash_is_stored_with_the_parameters_it_was_made_with() {
        assertThat(Argon2id.of("correct horse battery").toString())
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void a_hash_of_another_implementation_with_other_parameters_can_be_verified() {
        // From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
        Argon2id hash = Argon2id.parse(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(hash.matches("password")).isTrue();
        assertThat(hash.matches("passwore")).isFalse();
    }

    @Test
    void the_same_password_has_another_hash_each_time() {
        assertThat(Argon2id.of("correct horse battery").toString())
                .isNotEqualTo(Argon2id.of("correct horse battery").toString());
    }

    @Test
    void one_password_can_be_typed_as_different_code_points() {
        assertThat(Argon2id.of("Zu\u0308rich-Bahnhof").matches("Z\u00fcrich-Bahnhof"))
                .isTrue();
    }

    @Test
    void nobody_knows_the_password_of_nothing() {
        assertThat(Argon2id.ofNothing().matches("")).isFalse();
    }

    @Test
    void what_is_no_argon2id_hash_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Argon2id.parse("$2y$10$nonsense"));
    }
}
