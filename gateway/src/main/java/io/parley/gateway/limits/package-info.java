/** How many requests each caller may send. */
@NullMarked
package io.parley.gateway.limits;

import org.jspecify.annotations.NullMarked;
