/** One set of private servers for all the test processes of a Maven run. */
@NullMarked
package io.parley.backing.shared;

import org.jspecify.annotations.NullMarked;
