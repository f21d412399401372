/** Lists in pages that stay right while rows are added. */
@NullMarked
package io.parley.platform.pages;

import org.jspecify.annotations.NullMarked;
