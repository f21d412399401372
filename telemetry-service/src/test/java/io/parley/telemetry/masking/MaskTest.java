package io.parley.telemetry.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskTest {

    private static final String PAYLOAD = """
            {"user":{"email":"a@b.c","age":9,"a/b":"x"},"list":["x",{"name":"y"},3],"item":"sum-1","none":null}""";

    @Test
    void fields_are_dropped_and_masked_where_they_are_declared_and_nowhere_else() {
        PrivacySettings settings = new PrivacySettings(
                List.of("/user/email", "/list/0", "/unknown/x"),
                List.of("/list/1/name", "/user/a~1b"),
                true,
                List.of());

        assertThat(masked(settings)).isEqualTo("""
                {"user":{"age":9,"a/b":"***"},"list":["***",{"name":"***"},3],"item":"sum-1","none":null}""");
    }

    @Test
    void a_whole_object_may_be_dropped_or_masked() {
        assertThat(masked(new PrivacySettings(List.of("/user"), List.of("/list"), true, List.of())))
                .isEqualTo("""
                {"list":"***","item":"sum-1","none":null}""");
    }

    @Test
    void without_free_text_no_string_is_kept_but_those_that_are_declared() {
        assertThat(masked(new PrivacySettings(List.of(), List.of(), false, List.of("/item", "/list/0"))))
                .isEqualTo("""
                {"user":{"email":"***","age":9,"a/b":"***"},"list":["x",{"name":"***"},3],"item":"sum-1","none":null}""");
    }

    @Test
    void nothing_changes_unless_it_is_asked_for() {
        assertThat(masked(PrivacySettings.NONE)).isEqualTo(PAYLOAD);
    }

    private static String masked(PrivacySettings settings) {
        return new Mask(settings).apply(PAYLOAD);
    }
}
