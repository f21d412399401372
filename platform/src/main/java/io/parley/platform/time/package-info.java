/** The time of day. */
@NullMarked
package io.parley.platform.time;

import org.jspecify.annotations.NullMarked;
