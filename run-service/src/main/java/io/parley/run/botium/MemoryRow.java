package io.parley.run.botium;

import java.util.Map;

/**
 * A line of a table of scripting memory.
 *
 * @param name of the variant, which goes behind the name of a convo
 * @param values by names with their {@code $}
 */
record MemoryRow(Place place, String name, Map<String, String> values) {}
