/** Time-ordered identities. */
@NullMarked
package io.parley.platform.ids;

import org.jspecify.annotations.NullMarked;
