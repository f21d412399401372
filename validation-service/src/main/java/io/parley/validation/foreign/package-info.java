/** What files of other tools ask for and nothing here can do. */
@NullMarked
package io.parley.validation.foreign;

import org.jspecify.annotations.NullMarked;
