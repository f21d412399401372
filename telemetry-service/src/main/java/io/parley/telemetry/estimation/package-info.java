/** What evidence says about a subject's skill: estimates, their uncertainty and their reasons, computed without I/O. */
@NullMarked
package io.parley.telemetry.estimation;

import org.jspecify.annotations.NullMarked;
