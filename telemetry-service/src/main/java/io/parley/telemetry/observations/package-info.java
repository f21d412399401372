/** Evidence of skills: taken from outside and from executions, and read as observations of a subject. */
@NullMarked
package io.parley.telemetry.observations;

import org.jspecify.annotations.NullMarked;
