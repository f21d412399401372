/** Who is calling, for which workspace, and what they may do. */
@NullMarked
package io.parley.platform.access;

import org.jspecify.annotations.NullMarked;
