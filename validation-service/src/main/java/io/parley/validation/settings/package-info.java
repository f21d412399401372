/** How a workspace reviews. */
@NullMarked
package io.parley.validation.settings;

import org.jspecify.annotations.NullMarked;
