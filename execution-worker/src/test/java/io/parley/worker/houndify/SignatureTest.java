package io.parley.worker.houndify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.worker.BrokenOff;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final Signature SIGNATURE = new Signature(
            "KFvH6Rpy3tUimL-pCUFpPg==",
            "ae06fcd3-6447-4356-afaa-813aa4f2ba41",
            "70aa7c25-c74f-48be-8ca8-cbf73627c05f",
            1_418_068_667);

    /** The worked example under "Authentication" in the documentation of the Houndify API. */
    @Test
    void the_example_of_the_documentation_has_the_signature_that_it_says() {
        assertThat(SIGNATURE.requestAuthentication())
                .isEqualTo("ae06fcd3-6447-4356-afaa-813aa4f2ba41;70aa7c25-c74f-48be-8ca8-cbf73627c05f");
        assertThat(SIGNATURE.clientAuthentication(
                        "KgMLuq-k1oCUv5bzTlKAJf_mGo0T07jTogbi6apcqLa114CCPH3rlK4c0RktY30xLEQ49MZ-C2bMyFOVQO4PyA=="))
                .isEqualTo("KFvH6Rpy3tUimL-pCUFpPg==;1418068667;myWdEfHJ7AV8OP23v8pCH1PILL_gxH4uDOAXMi06akk=");
    }

    @Test
    void a_key_that_is_no_base64_is_told_as_such_and_not_shown() {
        assertThatThrownBy(() -> SIGNATURE.clientAuthentication("open sesame!"))
                .isInstanceOfSatisfying(
                        BrokenOff.class,
                        broken -> assertThat(broken.failure().code()).isEqualTo("target-key-invalid"))
                .message()
                .doesNotContain("sesame");
    }
}
