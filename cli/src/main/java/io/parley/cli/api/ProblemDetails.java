package io.parley.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An error answer of the API (RFC 9457), every field of it optional. */
record ProblemDetails(
        @Nullable String title,
        @Nullable String detail,
        @Nullable String code,
        @Nullable String requestId,
        @Nullable List<Mistake> errors) {

    private static final int LONGEST_QUOTE = 200;

    /** One thing that is wrong with the input. */
    record Mistake(
            @Nullable String field,
            @Nullable String message,
            @Nullable Integer line) {

        @Override
        public String toString() {
            String where = Stream.of(line == null ? null : "line " + line, field)
                    .filter(part -> part != null && !part.isEmpty())
                    .collect(Collectors.joining(", "));
            return where.isEmpty() ? String.valueOf(message) : where + ": " + message;
        }
    }

    /** An answer that is an error, with what to tell people about it; a body that is no problem is quoted. */
    static ApiException exception(ObjectMapper json, int status, String body) {
        try {
            ProblemDetails problem = json.readValue(body, ProblemDetails.class);
            if (problem != null && problem.title() != null) {
                return ApiException.refused(status, problem.code(), problem.text(status));
            }
        } catch (JsonProcessingException notAProblem) {
            // a proxy's page, for example: quoted below
        }
        String quote = body.length() > LONGEST_QUOTE ? body.substring(0, LONGEST_QUOTE) + "..." : body;
        return ApiException.refused(
                status, null, "The platform answered " + status + (quote.isBlank() ? "." : ": " + quote.strip()));
    }

    private String text(int status) {
        String codes = code == null ? "(" + status + ")" : "(" + status + " " + code + ")";
        Stream<String> mistakes = errors == null ? Stream.of() : errors.stream().map(mistake -> "  " + mistake);
        Stream<@Nullable String> lines = Stream.of(
                        Stream.of(title + " " + codes, detail),
                        mistakes,
                        Stream.of(requestId == null ? null : "Request id, for the logs: " + requestId))
                .flatMap(part -> part);
        return lines.filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
