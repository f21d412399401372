/** The packaged platform, started as a person starts it, and what can be done to its processes. */
@NullMarked
package io.parley.e2e.platform;

import org.jspecify.annotations.NullMarked;
