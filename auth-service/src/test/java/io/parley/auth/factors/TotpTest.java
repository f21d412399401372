package io.parley.auth.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant TIME = Instant.ofEpochSecond(1_111_111_109);

    private final Totp totp = Totp.of(SECRET);

    /** The vectors of RFC 6238, appendix B, for SHA-1; of their eight digits the last six are ours. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_specification(long seconds, String code) {
        assertThat(totp.code(Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    void a_code_is_good_in_its_step_and_in_those_beside_it() {
        String code = totp.code(Totp.step(TIME));

        for (int seconds : new int[] {-30, 0, 30}) {
            assertThat(totp.stepOf(code, TIME.plusSeconds(seconds))).hasValue(Totp.step(TIME));
        }
        for (int seconds : new int[] {-60, 60}) {
            assertThat(totp.stepOf(code, TIME.plusSeconds(seconds))).isEmpty();
        }
    }

    @Test
    void anything_but_six_right_digits_is_no_code() {
        for (String wrong : new String[] {"", "81804", "0081804", "081805", "abcdef"}) {
            assertThat(totp.stepOf(wrong, TIME)).isEmpty();
        }
    }

    @Test
    void a_secret_comes_back_as_it_was_stored_and_is_shown_in_base32() {
        assertThat(Totp.parse(totp.text()).base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(totp.uri("a+b@example.com"))
                .isEqualTo("otpauth://totp/Parley:a%2Bb%40example.com"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Parley");
    }

    @Test
    void base32_is_that_of_the_specification() {
        String[] encoded = {"", "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"};
        for (int length = 0; length < encoded.length; length++) {
            byte[] bytes = "foobar".substring(0, length).getBytes(StandardCharsets.US_ASCII);
            assertThat(Base32.encode(bytes)).isEqualTo(encoded[length]);
        }
    }

    @Test
    void recovery_codes_are_ten_different_ones_and_may_be_typed_as_people_type() {
        var codes = RecoveryCodes.generate();

        assertThat(new HashSet<>(codes)).hasSize(10).allMatch(code -> code.matches("[A-Z2-7]{8}-[A-Z2-7]{8}"));
        assertThat(RecoveryCodes.hash("abcdefgh ijklmnop")).isEqualTo(RecoveryCodes.hash("ABCDEFGH-IJKLMNOP"));
    }
}
