/** Access tokens: who they are for and what they say. */
@NullMarked
package io.parley.auth.tokens;

import org.jspecify.annotations.NullMarked;
