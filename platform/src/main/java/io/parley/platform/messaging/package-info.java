/** Messages between services: published with confirmation, handled at least once, never dropped silently. */
@NullMarked
package io.parley.platform.messaging;

import org.jspecify.annotations.NullMarked;
