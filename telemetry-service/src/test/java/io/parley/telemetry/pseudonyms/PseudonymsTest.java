package io.parley.telemetry.pseudonyms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parley.contracts.WorkspaceId;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

    private static final WorkspaceId WORKSPACE = WorkspaceId.fromString("0199a0de-0000-7000-8000-000000000001");
    private static final WorkspaceId OTHER = WorkspaceId.fromString("0199a0de-0000-7000-8000-000000000002");

    private final WorkspacePseudonyms pseudonyms = new Pseudonyms(SomePseudonyms.KEY).of(WORKSPACE);

    /** As another implementation of HMAC made it: what is stored must be found by every version to come. */
    @Test
    void a_subject_has_the_same_pseudonym_for_ever() {
        assertThat(pseudonyms.of("Jörg 😀")).isEqualTo("p:vbl0_xm9t--w33YMd9h78g");
        assertThat(pseudonyms.of("Jörg 😀")).isEqualTo("p:vbl0_xm9t--w33YMd9h78g");
    }

    @Test
    void it_is_another_one_for_another_subject_workspace_or_key() {
        String otherKey = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(pseudonyms.of("ann"))
                .isNotEqualTo(pseudonyms.of("Ann"))
                .isNotEqualTo(new Pseudonyms(SomePseudonyms.KEY).of(OTHER).of("ann"))
                .isNotEqualTo(new Pseudonyms(otherKey).of(WORKSPACE).of("ann"));
    }

    @Test
    void a_pseudonym_has_none() {
        String pseudonym = pseudonyms.of("ann");

        assertThat(pseudonyms.of(pseudonym)).isEqualTo(pseudonym);
        assertThat(pseudonyms.idsOf(pseudonym)).containsExactly(pseudonym);
        assertThat(pseudonyms.idsOf("ann")).containsExactly(pseudonym, "ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p:",
                "p:ann",
                "P:vbl0_xm9t--w33YMd9h78g",
                "p:vbl0_xm9t--w33YMd9h78g=",
                "x p:vbl0_xm9t--w33YMd9h78g"
            })
    void what_only_looks_like_one_has(String subject) {
        assertThat(pseudonyms.of(subject)).hasSize(24).isNotEqualTo(subject);
    }

    @Test
    void a_key_has_32_bytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pseudonyms("c2hvcnQ="))
                .withMessageContaining("parley.pseudonym-key");
    }
}
