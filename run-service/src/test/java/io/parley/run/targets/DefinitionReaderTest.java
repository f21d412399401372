package io.parley.run.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.json.WireFormat;
import io.parley.platform.problems.FieldError;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionReaderTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private final DefinitionReader local = new DefinitionReader(WireFormat.mapper(), VALIDATOR, true);
    private final DefinitionReader platform = new DefinitionReader(WireFormat.mapper(), VALIDATOR);

    @Test
    void a_suite_that_its_owner_carries_out_names_the_variables_that_are_its_secrets() {
        JsonNode bot = http("{\"KEY\": \"$BOT_KEY\"}");

        assertThat(local.mistakes(bot)).isEmpty();
        assertThat(local.variables(bot)).isEqualTo(Map.of("KEY", "BOT_KEY"));
        assertThat(platform.mistakes(bot)).extracting(FieldError::field).containsExactly("/secrets");
    }

    @Test
    void a_secret_itself_or_none_where_one_is_needed_is_a_mistake() {
        assertThat(local.mistakes(http("{\"KEY\": \"sk-1\"}")))
                .extracting(FieldError::field)
                .containsExactly("/secrets/KEY");
        assertThat(local.mistakes(http("{\"KEY\": null}")))
                .extracting(FieldError::field)
                .containsExactly("/secrets/KEY");
        assertThat(local.mistakes(http("{\"OTHER\": \"$BOT_KEY\"}")))
                .extracting(FieldError::field)
                .containsExactly("/headers/Authorization");
    }

    private static JsonNode http(String secrets) {
        try {
            return WireFormat.mapper().readTree("""
                    {"name": "bot", "url": "https://bot.example", "body": "{{message}}",
                     "headers": {"Authorization": "Bearer {{secrets.KEY}}"}, "secrets": %s}""".formatted(secrets));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
