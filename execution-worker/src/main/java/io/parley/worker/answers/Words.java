package io.parley.worker.answers;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.worker.BrokenOff;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in a response the words of the answer stand. */
public final class Words {

    private final @Nullable JsonPointer pointer;

    private Words(@Nullable JsonPointer pointer) {
        this.pointer = pointer;
    }

    /**
     * The words at a JSON Pointer (RFC 6901); one that is malformed fails with {@link BrokenOff}.
     *
     * @param pointer null takes the whole response as the words
     */
    public static Words at(@Nullable String pointer) {
        try {
            return new Words(pointer == null ? null : JsonPointer.compile(pointer));
        } catch (IllegalArgumentException malformed) {
            throw AnswerFailures.invalidPointer(String.valueOf(pointer));
        }
    }

    /** The words in a response, as JSON when they are no text; fails with {@link BrokenOff} when there are none. */
    public String in(ResponseBody response) {
        if (pointer == null) {
            return String.valueOf(response.text());
        }
        return find(response.tree()).orElseThrow(() -> AnswerFailures.missing(pointer.toString(), response.excerpt()));
    }

    /** The words in a list of responses: those of each that has some, with the separator between them. */
    public String inEach(ResponseBody responses, String separator) {
        List<String> parts = parts(responses.tree());
        if (parts.isEmpty()) {
            throw AnswerFailures.missing(String.valueOf(pointer), responses.excerpt());
        }
        return String.join(separator, parts);
    }

    /** Whether any of a list of responses has words, be they few. */
    public boolean areInAny(JsonNode responses) {
        return parts(responses).stream().anyMatch(part -> !part.isEmpty());
    }

    private List<String> parts(JsonNode responses) {
        return responses.valueStream().map(this::find).flatMap(Optional::stream).toList();
    }

    private Optional<String> find(JsonNode response) {
        JsonNode found = pointer == null ? response : response.at(pointer);
        return found.isMissingNode() || found.isNull()
                ? Optional.empty()
                : Optional.of(found.isTextual() ? found.textValue() : found.toString());
    }
}
