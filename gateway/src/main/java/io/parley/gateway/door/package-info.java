/** The way of a request through the gateway. */
@NullMarked
package io.parley.gateway.door;

import org.jspecify.annotations.NullMarked;
