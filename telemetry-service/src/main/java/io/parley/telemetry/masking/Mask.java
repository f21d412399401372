package io.parley.telemetry.masking;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.telemetry.pseudonyms.WorkspacePseudonyms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes out of events what is not to be kept; for one batch, by one thread. */
public final class Mask {

    /** What stands where something was that is not kept; it tells nothing of what that was. */
    public static final String MASKED = "***";

    /** Not the wire format, which leaves out nulls: what is kept is kept as it was sent. */
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<JsonPointer> dropped;
    private final Set<JsonPointer> masked;
    private final boolean freeText;
    private final Set<JsonPointer> kept;
    private final boolean plainSubjects;
    private final WorkspacePseudonyms pseudonyms;

    /** @param pseudonyms of the workspace */
    Mask(PrivacySettings settings, WorkspacePseudonyms pseudonyms) {
        dropped = pointers(settings.dropped());
        masked = pointers(settings.masked());
        freeText = settings.freeText();
        kept = pointers(settings.kept());
        plainSubjects = settings.plainSubjects();
        this.pseudonyms = pseudonyms;
    }

    private static Set<JsonPointer> pointers(List<String> texts) {
        return texts.stream().map(JsonPointer::compile).collect(Collectors.toUnmodifiableSet());
    }

    /** The id of a subject under which something may be kept. */
    public String subject(String id) {
        return plainSubjects ? id : pseudonyms.of(id);
    }

    /** A payload as it may be kept, as JSON before and after. */
    public String payload(String payload) {
        if (keepsPayloads()) {
            return payload;
        }
        try {
            return JSON.writeValueAsString(inObject(JsonPointer.empty(), JSON.readValue(payload, Map.class)));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("a payload that is no JSON object", malformed);
        }
    }

    private boolean keepsPayloads() {
        return freeText && dropped.isEmpty() && masked.isEmpty();
    }

    private @Nullable Object allowed(JsonPointer at, @Nullable Object value) {
        if (masked.contains(at)) {
            return MASKED;
        }
        return switch (value) {
            case Map<?, ?> object -> inObject(at, object);
            case List<?> list -> inList(at, list);
            case String text -> freeText || kept.contains(at) ? text : MASKED;
            case null, default -> value;
        };
    }

    private Map<String, @Nullable Object> inObject(JsonPointer at, Map<?, ?> object) {
        Map<String, @Nullable Object> allowed = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            String name = String.valueOf(key);
            JsonPointer inside = at.appendProperty(name);
            if (!dropped.contains(inside)) {
                allowed.put(name, allowed(inside, value));
            }
        });
        return allowed;
    }

    /** An element that is dropped is masked, so that the others keep their places. */
    private List<@Nullable Object> inList(JsonPointer at, List<?> list) {
        List<@Nullable Object> allowed = new ArrayList<>(list.size());
        for (int index = 0; index < list.size(); index++) {
            JsonPointer inside = at.appendIndex(index);
            allowed.add(dropped.contains(inside) ? MASKED : allowed(inside, list.get(index)));
        }
        return allowed;
    }
}
