/** Who did what to which object, and when. */
@NullMarked
package io.parley.auth.audit;

import org.jspecify.annotations.NullMarked;
