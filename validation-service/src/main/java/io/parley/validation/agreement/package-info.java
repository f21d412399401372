/** How far judges agree with people, and which judges do not agree enough. */
@NullMarked
package io.parley.validation.agreement;

import org.jspecify.annotations.NullMarked;
