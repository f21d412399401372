package io.parley.cli.api;

import io.parley.contracts.Limits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target to register; its components are those of {@link io.parley.contracts.HttpTarget}.
 *
 * @param secrets by name, in clear; the platform seals them and never returns them
 */
public record NewTarget(
        String name,
        String url,
        String method,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable String answer,
        Limits limits,
        Map<String, String> secrets) {}
