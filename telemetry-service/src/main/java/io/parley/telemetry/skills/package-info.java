/** The tree of skills that a workspace looks for in its subjects. */
@NullMarked
package io.parley.telemetry.skills;

import org.jspecify.annotations.NullMarked;
