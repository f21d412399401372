package io.parley.run.targets;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes targets visible: all but their secrets. */
@ApplicationScoped
class TargetViews {

    private static final TypeReference<LinkedHashMap<String, Object>> SETTINGS = new TypeReference<>() {};

    /** What every target has, and a view therefore has itself; of the secrets it has the names. */
    private static final Set<String> COMMON = Set.of("kind", "id", "name", "limits", "sealedSecrets");

    private final ObjectMapper json;

    TargetViews(ObjectMapper json) {
        this.json = json;
    }

    TargetView of(StoredTarget stored) {
        LiveTarget target = stored.target();
        Map<String, Object> settings = wireForm(target);
        String kind = String.valueOf(settings.get("kind"));
        settings.keySet().removeAll(COMMON);
        return new TargetView(
                target.id(),
                target.name(),
                kind,
                settings,
                target.limits(),
                target.sealedSecrets().keySet().stream().sorted().toList(),
                stored.createdAt(),
                stored.updatedAt());
    }

    private Map<String, Object> wireForm(LiveTarget target) {
        try {
            return json.readValue(json.writerFor(Target.class).writeValueAsBytes(target), SETTINGS);
        } catch (IOException impossible) {
            throw new IllegalStateException("a target that is no JSON", impossible);
        }
    }
}
