package io.parley.telemetry.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.telemetry.pseudonyms.SomePseudonyms;
import io.parley.telemetry.pseudonyms.WorkspacePseudonyms;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskTest {

    private static final WorkspacePseudonyms PSEUDONYMS = SomePseudonyms.ofNewWorkspace();
    private static final String PAYLOAD = """
            {"user":{"email":"a@b.c","age":9,"a/b":"x"},"list":["x",{"name":"y"},3],"item":"sum-1","none":null}""";

    @Test
    void fields_are_dropped_and_masked_where_they_are_declared_and_nowhere_else() {
        PrivacySettings settings = new PrivacySettings(
                List.of("/user/email", "/list/0", "/unknown/x"),
                List.of("/list/1/name", "/user/a~1b"),
                true,
                List.of(),
                false);

        assertThat(masked(settings)).isEqualTo("""
                {"user":{"age":9,"a/b":"***"},"list":["***",{"name":"***"},3],"item":"sum-1","none":null}""");
    }

    @Test
    void a_whole_object_may_be_dropped_or_masked() {
        assertThat(masked(new PrivacySettings(List.of("/user"), List.of("/list"), true, List.of(), false)))
                .isEqualTo("""
                {"list":"***","item":"sum-1","none":null}""");
    }

    @Test
    void without_free_text_no_string_is_kept_but_those_that_are_declared() {
        assertThat(masked(new PrivacySettings(List.of(), List.of(), false, List.of("/item", "/list/0"), false)))
                .isEqualTo("""
                {"user":{"email":"***","age":9,"a/b":"***"},"list":["x",{"name":"***"},3],"item":"sum-1","none":null}""");
    }

    @Test
    void nothing_changes_unless_it_is_asked_for() {
        assertThat(masked(PrivacySettings.DEFAULT)).isEqualTo(PAYLOAD);
    }

    @Test
    void a_subject_is_kept_under_a_pseudonym_unless_that_is_turned_off() {
        assertThat(new Mask(PrivacySettings.DEFAULT, PSEUDONYMS).subject("ann")).isEqualTo(PSEUDONYMS.of("ann"));
        assertThat(new Mask(new PrivacySettings(List.of(), List.of(), true, List.of(), true), PSEUDONYMS)
                        .subject("ann"))
                .isEqualTo("ann");
    }

    private static String masked(PrivacySettings settings) {
        return new Mask(settings, PSEUDONYMS).payload(PAYLOAD);
    }
}
