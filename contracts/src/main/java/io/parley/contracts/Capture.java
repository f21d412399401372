package io.parley.contracts;

/**
 * Where a captured value stands.
 *
 * @param jsonPath a JSONPath (RFC 9535) over the response body of the turn
 */
public record Capture(String jsonPath) {}
