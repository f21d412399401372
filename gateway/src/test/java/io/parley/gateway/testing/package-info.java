/** Services that stand behind the gateway in its tests, and clients in front of it. */
@NullMarked
package io.parley.gateway.testing;

import org.jspecify.annotations.NullMarked;
