/** The harness every service's tests stand on: real servers, real tokens, the architecture's rules. */
@NullMarked
package io.parley.platform.testing;

import org.jspecify.annotations.NullMarked;
