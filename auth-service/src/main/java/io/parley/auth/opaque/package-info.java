/** Random secrets that mean something only to this service. */
@NullMarked
package io.parley.auth.opaque;

import org.jspecify.annotations.NullMarked;
