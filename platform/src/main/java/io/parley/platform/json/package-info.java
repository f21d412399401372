/** One JSON form of everything that is on the wire. */
@NullMarked
package io.parley.platform.json;

import org.jspecify.annotations.NullMarked;
