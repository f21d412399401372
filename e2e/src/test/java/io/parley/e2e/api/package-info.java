/** The public API as a client of its own uses it: over the gateway, with nothing shared with the services. */
@NullMarked
package io.parley.e2e.api;

import org.jspecify.annotations.NullMarked;
