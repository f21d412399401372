/** Secrets at rest. */
@NullMarked
package io.parley.platform.secrets;

import org.jspecify.annotations.NullMarked;
