/** What a session says about how a conversation went: measures of its events, computed without I/O. */
@NullMarked
package io.parley.telemetry.features;

import org.jspecify.annotations.NullMarked;
