/** Sessions: when they are open, when they are over, and what they say then. */
@NullMarked
package io.parley.telemetry.sessions;

import org.jspecify.annotations.NullMarked;
