package io.parley.validation.meaning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.validation.assertions.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code {"data": [{"index": 0, "embedding": [0.1, ...]}, ...]}}. */
final class EmbeddingResponse {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EmbeddingResponse() {}

    /**
     * The embedding of each text.
     *
     * @throws EmbeddingFailed if one of them is missing or none
     */
    static Map<MeaningOf, Answer<Meaning>> read(String body, List<MeaningOf> needs) {
        Map<MeaningOf, Answer<Meaning>> answers = new HashMap<>();
        for (JsonNode element : parse(body).path("data")) {
            int index = element.path("index").asInt(-1);
            if (index >= 0 && index < needs.size()) {
                MeaningOf need = needs.get(index);
                answers.put(need, new Answer.Known<>(meaning(need, element.path("embedding"))));
            }
        }
        if (answers.size() < needs.size()) {
            throw EmbeddingFailed.lasting("it gives " + answers.size() + " embeddings of " + needs.size() + " texts");
        }
        return answers;
    }

    private static Meaning meaning(MeaningOf need, JsonNode embedding) {
        float[] vector = new float[embedding.size()];
        for (int at = 0; at < vector.length; at++) {
            vector[at] = embedding.get(at).floatValue();
        }
        try {
            return Meaning.of(
                    vector,
                    RemoteEmbedder.start(need.text()).length() == need.text().length());
        } catch (IllegalArgumentException none) {
            throw EmbeddingFailed.lasting("it gives an embedding that is none");
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw EmbeddingFailed.lasting("its answer is not JSON");
        }
    }
}
