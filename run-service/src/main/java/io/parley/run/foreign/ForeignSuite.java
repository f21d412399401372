package io.parley.run.foreign;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A suite of another tool, in Parley's terms.
 *
 * @param suite a suite file as the suite's schema has it; it is checked like any other before it is stored
 */
public record ForeignSuite(ObjectNode suite) {}
