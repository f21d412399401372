/** Work on what strangers wrote, whose time nobody can tell beforehand: threads of its own, and a watch that ends it. */
@NullMarked
package io.parley.validation.limits;

import org.jspecify.annotations.NullMarked;
