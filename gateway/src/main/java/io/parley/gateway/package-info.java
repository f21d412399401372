/** The only public door of the platform. */
@NullMarked
package io.parley.gateway;

import org.jspecify.annotations.NullMarked;
