/** Ingests the interaction telemetry of conversational systems and of runs. */
@NullMarked
package io.parley.telemetry;

import org.jspecify.annotations.NullMarked;
