/** Says things to whoever listens right now, over Redis: for what may get lost. What must not goes over the broker. */
@NullMarked
package io.parley.platform.channels;

import org.jspecify.annotations.NullMarked;
