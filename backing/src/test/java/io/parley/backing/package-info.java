@NullMarked
package io.parley.backing;

import org.jspecify.annotations.NullMarked;
