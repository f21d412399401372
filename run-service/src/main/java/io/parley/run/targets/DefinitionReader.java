package io.parley.run.targets;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.TargetId;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.InputMistakes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads targets that suites define in place: what registering a target takes, with names as suites write them ({@code base-url}),
 * and without secrets: where they are carried out by their owner alone, they may say which variables of the environment are the secrets.
 */
@ApplicationScoped
public class DefinitionReader {

    private static final String SECRETS = "secrets";

    /** Of the environment. */
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z_][A-Za-z0-9_]*");

    private final ObjectMapper json;
    private final Validator validator;
    private final boolean local;

    /** Of a platform, with the wire format. */
    public DefinitionReader(ObjectMapper json, Validator validator) {
        this(json, validator, false);
    }

    /**
     * One of the process.
     *
     * @param local whether suites are carried out by {@code local}, which may start programs
     */
    @Inject
    DefinitionReader(
            ObjectMapper json,
            Validator validator,
            @ConfigProperty(name = "parley.local", defaultValue = "false") boolean local) {
        this.json = json.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addHandler(new KindIsKnown())
                .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);
        this.validator = validator;
        this.local = local;
    }

    /** What is wrong with a definition that has its name, each mistake with its JSON Pointer in it. */
    public List<FieldError> mistakes(JsonNode definition) {
        List<FieldError> secrets = definition.has(SECRETS) ? mistakesOfSecrets(definition.get(SECRETS)) : List.of();
        if (!secrets.isEmpty()) {
            return secrets;
        }
        try {
            return mistakes(definition, json.treeToValue(definition, TargetInput.class));
        } catch (JsonMappingException misfit) {
            return List.of(InputMistakes.of(misfit));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree that is no JSON", impossible);
        }
    }

    private List<FieldError> mistakesOfSecrets(JsonNode secrets) {
        if (!local) {
            return List.of(new FieldError(
                    "/" + SECRETS, "a suite keeps no secrets; register the target, with them, and give its name here"));
        }
        return secrets.properties().stream()
                .filter(secret -> !VARIABLE.matcher(secret.getValue().asText()).matches())
                .map(
                        secret -> new FieldError(
                                "/" + SECRETS + "/" + secret.getKey(),
                                "must be $ and the name of the environment variable that holds it, such as $BOT_KEY; a suite holds no secret itself"))
                .toList();
    }

    private List<FieldError> mistakes(JsonNode definition, TargetInput input) {
        Set<ConstraintViolation<TargetInput>> violations = validator.validate(input);
        Stream<FieldError> mistakes = violations.isEmpty()
                ? TargetChecks.mistakes(input, variables(definition).keySet(), local).stream()
                : violations.stream().map(InputMistakes::of);
        return mistakes.map(mistake -> asWritten(mistake, definition)).toList();
    }

    /** Constraints tell components by their names in Java. */
    private static FieldError asWritten(FieldError mistake, JsonNode definition) {
        StringBuilder pointer = new StringBuilder();
        JsonNode place = definition;
        for (String step : mistake.field().substring(1).split("/", -1)) {
            String written = place.has(step) ? step : KebabCaseStrategy.INSTANCE.translate(step);
            pointer.append('/').append(written);
            place = place.path(written);
        }
        return new FieldError(pointer.toString(), mistake.message());
    }

    /**
     * Variables of the environment that hold the target's secrets, by the names of these.
     *
     * @param definition without mistakes in its secrets
     */
    public Map<String, String> variables(JsonNode definition) {
        return definition.path(SECRETS).properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, secret -> secret.getValue().asText().substring(1)));
    }

    /**
     * The target that a definition comes to.
     *
     * @param definition without mistakes
     * @param sealedSecrets by name
     */
    public LiveTarget target(JsonNode definition, TargetId id, Map<String, String> sealedSecrets) {
        try {
            return json.treeToValue(definition, TargetInput.class).target(id, sealedSecrets);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a definition that has mistakes", impossible);
        }
    }

    /** The kind chooses the form, which need not have it as a component. */
    private static final class KindIsKnown extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object form,
                String name)
                throws IOException {
            boolean kind = name.equals("kind");
            if (kind) {
                parser.skipChildren();
            }
            return kind;
        }
    }
}
