/** Pages of lists. */
@NullMarked
package io.parley.auth.pages;

import org.jspecify.annotations.NullMarked;
