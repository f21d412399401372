@NullMarked
package io.parley.backing.shared;

import org.jspecify.annotations.NullMarked;
