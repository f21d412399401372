/** A Java agent that writes down every blocking call on an event loop of the JVM it is given to. */
@NullMarked
package io.parley.e2e.blocking;

import org.jspecify.annotations.NullMarked;
