/** What services open to {@code local}. */
@NullMarked
package io.parley.platform.local;

import org.jspecify.annotations.NullMarked;
