package io.parley.bench.target;

import java.util.Map;

/**
 * What a mock target was asked.
 *
 * @param total requests that reached it
 * @param distinct different messages among them
 * @param repeated messages that came more than once
 * @param messages how often each came; empty when only the numbers were asked for
 */
public record Tally(int total, int distinct, int repeated, Map<String, Integer> messages) {}
