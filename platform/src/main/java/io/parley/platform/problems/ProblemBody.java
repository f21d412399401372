package io.parley.platform.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as it is sent, media type {@value #MEDIA_TYPE} (RFC 9457). */
public record ProblemBody(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        String requestId,
        @Nullable List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static final String TYPE_PREFIX = "https://parley.dev/problems/";
}
