/** Shows how many events of each type were stored on each day. */
@NullMarked
package io.parley.telemetry.counts;

import org.jspecify.annotations.NullMarked;
